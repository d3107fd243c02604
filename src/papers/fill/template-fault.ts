/** Why a template is not taken. */
export const TEMPLATE_RULES = [
  'no-docx', // no .docx, or damaged
  'too-large', // as a file, or unpacked
  'part', // a part that no paper needs: macros, embedded files, controls
  'outside', // something that is fetched from elsewhere
  'field', // a field that reads from elsewhere or changes by itself
  'open', // braces or a section without their other half
  'unknown', // a placeholder that this paper does not know
  'markup', // {@…}: markup instead of text
  'missing', // number or code are not there
] as const
export type TemplateRule = (typeof TEMPLATE_RULES)[number]

/** `what`: the part, placeholder or field; `nearest`: which known placeholder looks like it. */
export type TemplateFault = { readonly rule: TemplateRule; readonly what?: string; readonly nearest?: string }
