// node reference.mjs FILE…  ->  {"<file>": "<html>", …}: what npm mjml makes of MJML files, for the parity goldens.
import { readFileSync } from 'node:fs'
import mjml2html from 'mjml'

const compiled = {}
for (const file of process.argv.slice(2)) {
  const { html } = await mjml2html(readFileSync(file, 'utf8'), { validationLevel: 'soft' })
  compiled[file] = html
}
process.stdout.write(JSON.stringify(compiled))
