// node scripts/sizes.mjs: how long the files and functions of src are, in lines; the figures of docs/architecture.md.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { root } from './node.mjs'

const files = readdirSync(join(root, 'src'), { recursive: true })
  .map((file) => join('src', file))
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|generated)\./.test(file) && !file.startsWith('src/testing'))
  .sort()

const fileLines = []
const functionLines = []
for (const file of files) {
  const text = readFileSync(join(root, file), 'utf8')
  fileLines.push(text.trimEnd().split('\n').length)
  const measure = ({ start, end }) => functionLines.push(text.slice(start, end).split('\n').length)
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(parseSync(file, text).program)
}

const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]
const line = (name, values) =>
  `${name}: ${values.length}, median ${quantile(values, 0.5)}, p90 ${quantile(values, 0.9)}, longest ${Math.max(...values)} lines`
console.log(line('files', fileLines))
console.log(line('functions', functionLines))
