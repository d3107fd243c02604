import { text } from '../../domain/wording/text.ts'

/** Papers and their templates, in words. */
export const PAPER_OPERATIONS = {
  readPaper: {
    tag: 'matters',
    summary: text('一份文书的 .docx', 'A paper as a .docx'),
    note: text(
      '按出具时的记录填；密封的内容留空手填，本人在这件事项里打开着的除外，那样会记入查阅。',
      'Filled with what was on record when it was issued. What is sealed is left to be filled in by hand, unless the reader has it open, which is recorded.',
    ),
  },
  readForm: {
    tag: 'matters',
    summary: text('一份空白表单按记录填好的 .docx', 'A form of the matter as a .docx'),
    note: text(
      '没有文号，也没有查验码：不是出具的文书，是按现在的记录填的表。',
      'Without number and code: nobody issues it; it is filled with what is on record now.',
    ),
  },
  listPapers: { tag: 'admin', summary: text('文书和各自的模板', 'Papers and their templates') },
  getPaper: {
    tag: 'admin',
    summary: text('一种文书：能用的占位、依据、各版模板', 'One paper: placeholders, sources, versions'),
  },
  readTemplate: {
    tag: 'admin',
    summary: text('一种文书的模板 .docx', 'The template of a paper as a .docx'),
    note: text('不写版本就是自带的。', 'Without a version: the one that comes with the program.'),
  },
  previewTemplate: {
    tag: 'admin',
    summary: text('模板用虚构事项填好的样子', 'A template filled for an invented matter'),
  },
  addTemplate: {
    tag: 'admin',
    summary: text('送来一版自己的模板', 'Send in a template of one’s own'),
    note: text(
      '逐项检查；有问题就不留，回答里写明每一处。留下的要另行启用。',
      'It is checked part by part and not kept if anything is wrong; the answer names each place. What is kept is put in force by another act.',
    ),
  },
  chooseTemplate: {
    tag: 'admin',
    summary: text('启用一版模板，或用回自带的', 'Put a template in force, or go back to the program’s own'),
    note: text('以前出具的文书仍用当时的模板。', 'Papers issued before print with the template of their day.'),
  },
  listLetterheads: { tag: 'admin', summary: text('各单位的发文机关和代字', 'How units sign and number') },
  setLetterhead: { tag: 'admin', summary: text('设定一个单位的发文机关和代字', 'Set how a unit signs and numbers') },
} as const
