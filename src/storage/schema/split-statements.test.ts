import { expect, test } from 'vitest'
import { splitStatements } from './split-statements.ts'

test('statements are cut at semicolons, with or without a last one', () => {
  expect(splitStatements('select 1; select 2;')).toEqual(['select 1', 'select 2'])
  expect(splitStatements('select 1;;\n\nselect 2')).toEqual(['select 1', 'select 2'])
})

test('a semicolon in a string, a name or a dollar quote does not cut', () => {
  for (const statement of [
    `insert into words values ('a;b', 'it''s; fine')`,
    `insert into words values (E'it\\'s; fine')`,
    `create table "odd;name" ("a"";b" text)`,
    `create function f() returns int language sql as $$ select 1; $$`,
    `create function f() returns text as $body$ begin return '$$;'; end; $body$ language plpgsql`,
    `select a$b$c from t`,
  ]) {
    expect(splitStatements(`${statement};select 2`)).toEqual([statement, 'select 2'])
  }
})

test('a semicolon or a quotation mark in a comment does not cut', () => {
  expect(splitStatements(`-- it's; why\nselect 1; /* a; /* nested; */ b */ select 2`)).toEqual([
    `-- it's; why\nselect 1`,
    '/* a; /* nested; */ b */ select 2',
  ])
})

test('comments alone are no statement', () => {
  expect(splitStatements('-- why: nothing\n;/* nor here */')).toEqual([])
})

test('a quotation or a comment that does not end is refused', () => {
  expect(() => splitStatements(`select 'a; select 2`)).toThrow(/does not end/)
  expect(() => splitStatements('select 1 /* a; select 2')).toThrow(/does not end/)
})
