export interface PrintedLetter {
  /** One PDF: what is read, approved by its hash, and sent. */
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  /** Characters of the letter that could not be printed, each once; in the PDF a code stands in their place. */
  readonly unprintable: readonly string[];
}

/** Names and addresses, a line break between their lines. */
export interface AddressPage {
  readonly from: string;
  readonly to: string;
}

export interface LetterPrinter {
  /**
   * Sets a letter as one accessible PDF. The same markup and day give the same bytes on the same release.
   *
   * @param markup of the dialect of docs/reference/letters.md
   * @param on the letter's own date, yyyy-mm-dd: the file says that it was made then
   * @param numbered whether each page says which of how many it is; a cover sheet is not numbered
   * @default true
   */
  print(markup: string, on: string, numbered?: boolean): Promise<PrintedLetter>;
  /** The sheet for the windows of an envelope, on one page, as {@link print} sets a letter. */
  printAddressPage(addresses: AddressPage, on: string): Promise<PrintedLetter>;
}
