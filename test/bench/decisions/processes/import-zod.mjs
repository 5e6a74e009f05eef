// Not bundled: what a process pays that imports the package as it is installed.
const startedAt = performance.now();
await import('zod');
console.log(JSON.stringify({ milliseconds: performance.now() - startedAt }));
