import { readFile } from 'node:fs/promises';

/** A file as a designer has it on their computer. */
export interface SampleFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

const file = async (name: string, contentType: string): Promise<SampleFile> => ({
  ...{ name, contentType },
  bytes: await readFile(new URL(`../files/${name}`, import.meta.url)),
});

/** Small, and real: made by ffmpeg and Ghostscript. */
export const sampleFiles = async () => ({
  image: await file('stig.png', 'image/png'),
  sound: await file('lugn.mp3', 'audio/mpeg'),
  film: await file('andning.mp4', 'video/mp4'),
  document: await file('ovningsblad.pdf', 'application/pdf'),
});
