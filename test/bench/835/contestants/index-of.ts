import { measure, readInChunks } from '../measure.ts';

/** Where the segments end, and nothing else. */
await measure((path) => {
  let segments = 0;
  readInChunks(path, (chunk) => {
    for (let at = chunk.indexOf(0x7e); at >= 0; at = chunk.indexOf(0x7e, at + 1)) segments++;
  });
  if (segments === 0) throw new Error('no segment');
  return {};
});
