import { expect, test } from 'vitest';
import { mediaTypeOf } from '../../../functions/core/documents/document.ts';

test.each([
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], 'application/pdf'],
  ['a TIFF with the low byte first', [0x49, 0x49, 0x2a, 0x00], 'image/tiff'],
  ['a TIFF with the high byte first', [0x4d, 0x4d, 0x00, 0x2a], 'image/tiff'],
  ['a JPEG', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
  ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
])('%s is known by its first bytes', (_what, bytes, mediaType) => {
  expect(mediaTypeOf(new Uint8Array(bytes))).toBe(mediaType);
});

test.each([
  ['nothing', []],
  ['a page', [...Buffer.from('<html>')]],
  ['a program', [0x4d, 0x5a, 0x90, 0x00]],
  ['a signature that breaks off', [0x89, 0x50, 0x4e]],
  ['a PDF behind something else', [0x0a, 0x25, 0x50, 0x44, 0x46, 0x2d]],
])('%s is none of them', (_what, bytes) => {
  expect(mediaTypeOf(new Uint8Array(bytes))).toBeNull();
});
