// Answers for @emailens/engine: one JSON line in ({html, client, dark}), one out ({html, ms}).
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const engine = await import(pathToFileURL(process.argv[2]).href);

for await (const line of createInterface({ input: process.stdin })) {
  const { html, client, dark } = JSON.parse(line);
  const started = performance.now();
  let made = engine.transformForClient(html, client).html;
  if (dark) made = engine.simulateDarkMode(made, client).html ?? made;
  process.stdout.write(JSON.stringify({ html: made, ms: performance.now() - started }) + "\n");
}
