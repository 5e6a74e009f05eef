/** The part of pdfkit 0.20 that letters use; the package brings no types. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  interface StructureContent {
    readonly refs: readonly unknown[];
  }

  interface StructureElement {
    readonly dictionary: { readonly data: Record<string, unknown> };
    add(child: StructureElement | StructureContent): StructureElement;
    end(): void;
  }

  interface DocumentOptions {
    readonly size: readonly [number, number];
    readonly margin: number;
    readonly autoFirstPage: boolean;
    /** Null: none, where the default would be loaded from the package. */
    readonly font: null;
    readonly pdfVersion?: '1.7';
    readonly subset?: 'PDF/A-2a';
    readonly tagged?: boolean;
    readonly lang?: string;
    readonly displayTitle?: boolean;
    readonly compress?: boolean;
    readonly info?: Readonly<Record<string, string | Date>>;
  }

  export default class PDFDocument extends Readable {
    constructor(options: DocumentOptions);
    addPage(): this;
    registerFont(name: string, source: Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    text(text: string, x: number, y: number, options: { lineBreak?: false; baseline?: 'alphabetic' }): this;
    text(text: string, options: { width: number; lineGap: number }): this;
    rect(x: number, y: number, width: number, height: number): this;
    fill(colour: string): this;
    markContent(
      tag: 'Artifact',
      options: { type: 'Layout' | 'Pagination'; attached?: readonly string[]; bbox?: readonly number[] },
    ): this;
    markStructureContent(tag: string): StructureContent;
    endMarkedContent(): this;
    struct(type: string, options?: { readonly scope?: 'Row' | 'Column' }): StructureElement;
    addStructure(element: StructureElement): this;
    appendXML(xml: string): void;
    end(): void;
  }
}
