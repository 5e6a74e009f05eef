export interface EnclosureToBind {
  /** From 1, as letter and stamps number it. */
  readonly number: number;
  readonly name: string;
  /** A plain PDF that intake has checked. */
  readonly pdf: Uint8Array;
}

export interface PacketFront {
  readonly cover: Uint8Array;
  /** The payer's own form, a plain PDF that intake has checked: between cover and letter. */
  readonly form?: Uint8Array | undefined;
  readonly letter: Uint8Array;
}

export interface PacketContents {
  /** What stands before the enclosures; null in a part that holds enclosures alone. */
  readonly front: PacketFront | null;
  readonly enclosures: readonly EnclosureToBind[];
  /** What a reader's window shows. */
  readonly title: string;
}

export interface BoundPacket {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  /** Where each enclosure is, by its number; pages from 1. */
  readonly places: ReadonlyMap<number, { readonly pageCount: number; readonly firstPage: number }>;
  /** How many pages of the payer's form are bound; 0 where there is none, or none that could be read. */
  readonly formPages: number;
  /** Numbers of those that could not be read, or have no page: they are left out. */
  readonly unreadable: readonly number[];
}

export interface PacketBinder {
  /**
   * One PDF of cover, the payer's form, letter and enclosures, in this order: each page of an enclosure stamped "Encl. 3, p. 2 of 7",
   * bookmarks to all of them. The letter keeps its tags; the packet claims no conformance. The same contents give the
   * same bytes on the same release.
   */
  bind(contents: PacketContents): Promise<BoundPacket>;
}
