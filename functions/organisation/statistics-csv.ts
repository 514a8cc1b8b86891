import { stringify } from 'csv-stringify/sync';
import { statisticsPage } from './statistics-shapes.ts';

const columns = ['unit', 'month', 'momentId', 'title', 'started', 'ended', 'ongoing'];

/**
 * RFC 4180, header row first. With a byte order mark: Excel takes a file without one for Windows-1252, whatever the
 * answer’s charset said, and å, ä and ö are lost. A title that begins as a formula gets an apostrophe before it, so that
 * opening the file never runs what a designer wrote.
 */
export const statisticsCsv = (body: unknown): string =>
  stringify(statisticsPage.parse(body).rows, {
    columns,
    header: true,
    bom: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
  });
