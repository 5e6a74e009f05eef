import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  TextLayer,
} from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { Failure } from '../ui/panel.tsx';

GlobalWorkerOptions.workerSrc = workerUrl;

/** A page counts as shown when this much of it has been on screen. */
const SHOWN_SHARE = 0.3;

/**
 * The pages of a PDF, one below the other, as its bytes are; each is drawn when it comes near the screen.
 *
 * @param onShown with each page number once, when it has been on screen
 */
export default function PdfPages(pages: { bytes: Uint8Array; onShown: (page: number) => void }) {
  const [tries, setTries] = useState(0);
  return <OpenPdf key={tries} {...pages} onRetry={() => setTries(tries + 1)} />;
}

function OpenPdf({
  bytes,
  onShown,
  onRetry,
}: {
  bytes: Uint8Array;
  onShown: (page: number) => void;
  onRetry: () => void;
}) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    setPdf(null);
    setFailed(false);
    // The reader takes the bytes for itself: it gets its own.
    const loading = getDocument({ data: bytes.slice(), useWasm: false, useSystemFonts: false });
    let stopped = false;
    loading.promise.then(
      (opened) => {
        if (!stopped) setPdf(opened);
      },
      () => {
        // Broken off because another packet came is no failure of this one.
        if (!stopped) setFailed(true);
      },
    );
    return () => {
      stopped = true;
      void loading.destroy();
    };
  }, [bytes]);

  if (failed) return <Failure error={null} what="the packet" onRetry={onRetry} />;
  if (pdf === null) return <p aria-busy="true">Opening the packet</p>;
  return (
    <ol className="pdf-pages" aria-label={`Packet, ${pdf.numPages} pages`}>
      {Array.from({ length: pdf.numPages }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their number.
        <PdfPage key={index + 1} pdf={pdf} number={index + 1} onShown={onShown} />
      ))}
    </ol>
  );
}

function PdfPage({
  pdf,
  number,
  onShown,
}: {
  pdf: PDFDocumentProxy;
  number: number;
  onShown: (page: number) => void;
}) {
  const place = useRef<HTMLLIElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const comes = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) setNear(true);
      },
      { rootMargin: '400px' },
    );
    const isRead = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onShown(number);
      },
      { threshold: SHOWN_SHARE },
    );
    comes.observe(element);
    isRead.observe(element);
    return () => {
      comes.disconnect();
      isRead.disconnect();
    };
  }, [number, onShown]);

  useEffect(() => {
    if (!near) return;
    let stop = () => {};
    let stopped = false;
    void pdf.getPage(number).then((page) => {
      if (stopped || canvas.current === null || words.current === null) return;
      stop = draw(page, canvas.current, words.current);
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [near, pdf, number]);

  return (
    <li ref={place} className="pdf-page" data-page={number} aria-label={`Page ${number}`}>
      <canvas ref={canvas} />
      <div ref={words} className="textLayer" />
    </li>
  );
}

/** Draws a page in the width that its place has, and lays its words over it for selection and screen readers. */
function draw(page: PDFPageProxy, canvas: HTMLCanvasElement, words: HTMLElement): () => void {
  const width = canvas.parentElement?.clientWidth ?? 0;
  const scale = width / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  const sharpness = window.devicePixelRatio;
  canvas.width = Math.floor(viewport.width * sharpness);
  canvas.height = Math.floor(viewport.height * sharpness);
  canvas.style.width = `${viewport.width}px`;
  canvas.style.height = `${viewport.height}px`;
  words.style.setProperty('--total-scale-factor', String(scale));
  words.replaceChildren();
  const drawing = page.render({
    canvas,
    viewport,
    ...(sharpness === 1 ? {} : { transform: [sharpness, 0, 0, sharpness, 0, 0] }),
  });
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport });
  // Both are broken off when the page goes away.
  drawing.promise.catch(() => {});
  layer.render().catch(() => {});
  return () => {
    drawing.cancel();
    layer.cancel();
  };
}
