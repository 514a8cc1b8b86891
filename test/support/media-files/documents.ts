interface Pdf {
  /** Entries of the trailer, such as one that says how to decrypt. */
  readonly trailer?: string;
  /** Entries of the catalogue, such as a script to run. */
  readonly catalogue?: string;
  readonly before?: string;
  readonly after?: string;
}

/** One empty page, with a table that says where each object stands. */
export const pdf = ({ trailer = '', catalogue = '', before = '', after = '' }: Pdf = {}): Buffer => {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue}>>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ];
  let body = `${before}%PDF-1.7\n%åäö\n`;
  const places: number[] = [];
  for (const [at, object] of objects.entries()) {
    places.push(body.length);
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}${table}${end}${after}`, 'latin1');
};

/** A document that ends twice: a first part to show at once, then the rest, and how long both are together at the beginning. */
export const linearizedPdf = (): Buffer => {
  const rest = pdf();
  const first = (length: number) =>
    `%PDF-1.7\n9 0 obj\n<< /Linearized 1 /L ${String(length).padStart(6, '0')} /O 3 /E 200 /N 1 /T 300 >>\nendobj\nstartxref\n0\n%%EOF\n`;
  return Buffer.concat([Buffer.from(first(first(0).length + rest.length), 'latin1'), rest]);
};
