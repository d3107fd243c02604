import { text } from '../../domain/wording/text.ts'
import type { CliCommand } from '../shell/cli-command.ts'

export const importCommand: CliCommand = {
  name: 'import',
  title: text('从表格文件导入事项和它们的经过', 'take in matters with their history from a table'),
  args: 'FILE',
  leastArgs: 0,
  mostArgs: 1,
  flags: {
    mapping: {
      title: text(
        '对照文件：哪一列是什么，见 docs/import.md',
        'mapping file: which column is what, see docs/import.md',
      ),
      value: 'M.json',
    },
    tenant: {
      title: text(
        '导入到哪个租户（默认环境变量 TENANT，再默认 qinglan）',
        'tenant to take them into (default: TENANT, else qinglan)',
      ),
      value: 'T',
      rule: 'tenant',
    },
    explain: {
      title: text(
        '不导入，只说明对照文件能写什么：字段、选项、步骤、期限和一份能用的例子',
        'take nothing in; say what a mapping may name: fields, choices, steps, deadlines, and an example that works',
      ),
      value: 'KIND',
    },
    propose: {
      title: text(
        '不导入，只看表头和前几行，提出一份对照文件，并说哪些列没有用上、不许收、认不出',
        'take nothing in; propose a mapping from headings and first rows, and say which columns are left out, refused, unknown',
      ),
    },
    kind: {
      title: text(
        '和 --propose 一起用：台账是哪一类，如 hazard',
        'with --propose: the kind of the ledger, such as hazard',
      ),
      value: 'KIND',
    },
    'apply-changes': {
      title: text(
        '台账里改过的，记到事项上（不加就只列出来）',
        'record on the matters what the ledger has changed (else it is only listed)',
      ),
    },
    'create-tenant': {
      title: text('没有这个租户时，用这个名称新建', 'make the tenant under this name when it is not there'),
      value: 'NAME',
    },
  },
  about: text(
    '每一行变成一件事项，经过逐步重走，规则、期限、存证都与网页上办的一样。读不了的行连同行号和原因留着，好的照收。\n再运行一次什么也不添；中断了，再运行就接着来。文件是 .csv、.csv.gz 或 Excel 工作簿（.xlsx、.xlsm）。',
    'Each row becomes a matter, and its history is taken step by step under the same rules, deadlines and seals as on the pages.\nRows that do not fit are kept with number and reason; the good ones go in. Running it again adds nothing, and after an\ninterruption it goes on. The file is a .csv, .csv.gz or workbook (.xlsx, .xlsm).',
  ),
  examples: [
    'anlan import --explain hazard',
    'anlan import examples/ledgers/01-hazards-merged-titles.xlsx --propose > mapping.json',
    'anlan import examples/boston-2011/requests.csv --mapping examples/boston-2011/mapping.json --tenant boston --create-tenant "Boston 2011"',
  ],
  run: async (call) => (await import('./run-import.ts')).runImport(call),
}
