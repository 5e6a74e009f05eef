/** ASCII upper case of one byte; other bytes as they are. */
export function upperCase(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
}

export function isLetter(byte: number): boolean {
  const letter = upperCase(byte);
  return letter >= 0x41 && letter <= 0x5a;
}

export function isLetterOrDigit(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || isLetter(byte);
}

/** What stands between segments as decoration: blanks, tabs, line ends, NUL, and the old end-of-file mark 0x1A. */
export function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x00 || byte === 0x1a;
}
