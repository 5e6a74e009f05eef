import { openInChunks } from './chunks.ts';

/** JSON.parse of each line, and nothing else. */
const decoder = new TextDecoder();
let rest = '';
let claims = 0;
for await (const chunk of openInChunks(process.argv[2] ?? '')) {
  const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
  rest = lines.pop() ?? '';
  for (const line of lines) {
    const fact = JSON.parse(line) as { readonly ordinal: number };
    if (fact.ordinal > 0) claims += 1;
  }
}
process.stdout.write(JSON.stringify({ claims, peakMB: process.resourceUsage().maxRSS / 1024 }));
