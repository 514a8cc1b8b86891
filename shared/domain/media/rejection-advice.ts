import type { Wording } from '../wording.ts';
import type { Rejection } from './media.ts';

/** What the designer is told, with what to do about it (MED-3). */
export const rejectionAdvice: Readonly<Record<Rejection, Wording>> = {
  empty: {
    sv: 'Filen är tom. Kontrollera att den går att öppna på din dator och ladda upp den igen.',
    en: 'The file is empty. Check that it opens on your computer, then upload it again.',
  },
  'wrong-size': {
    sv: 'Det kom fram ett annat antal byte än det som anmäldes. Ladda upp filen igen.',
    en: 'Another number of bytes arrived than was announced. Upload the file again.',
  },
  'wrong-checksum': {
    sv: 'Innehållet ändrades på vägen. Ladda upp filen igen.',
    en: 'The bytes changed on the way. Upload the file again.',
  },
  'wrong-type': {
    sv: 'Filen lagrades som en annan typ än den som anmäldes. Ladda upp den igen.',
    en: 'It was stored as another type than was announced. Upload the file again.',
  },
  'unknown-bytes': {
    sv: 'Innehållet är inte i något format som vi känner till. Öppna filen i programmet som den är gjord i och exportera den till ett av formaten under limits.',
    en: 'The content is of no format we know. Open the file in the program it was made with and export it as a format listed under limits.',
  },
  'wrong-bytes': {
    sv: 'Innehållet är i ett annat format än namnet säger. Filen byter inte format av en ny filändelse: exportera den till det format du vill ha.',
    en: 'The content is of another format than the name says. Changing the ending does not convert a file: export it as the format you want.',
  },
  incomplete: {
    sv: 'Filen är inte hel: slutet saknas eller så är något i den skadat. Kontrollera att den är färdigkopierad, eller exportera den på nytt.',
    en: 'The file is not whole: its end is missing, or something in it is damaged. Check that it has been copied to the end, or export it anew.',
  },
  'trailing-bytes': {
    sv: 'Det ligger mer i filen efter bildens slut, kanske en del som har beskurits bort. Öppna bilden och exportera den på nytt.',
    en: 'There is more in the file after the end of the picture, maybe a part that was cut away. Open the picture and export it anew.',
  },
  'only-sound': {
    sv: 'Filen innehåller bara ljud. Exportera den som ljud, med filändelsen .m4a, eller välj en film med bild.',
    en: 'The file holds sound alone. Export it as sound, with the ending .m4a, or choose a film with a picture.',
  },
  'holds-film': {
    sv: 'Filen innehåller film. Ladda upp den som film, med filändelsen .mp4, eller exportera enbart ljudet.',
    en: 'The file holds a film. Upload it as film, with the ending .mp4, or export the sound alone.',
  },
  locked: {
    sv: 'Dokumentet är låst med lösenord eller begränsningar. Spara det utan dem och ladda upp det.',
    en: 'The document is locked with a password or restrictions. Save it without them and upload that.',
  },
  infected: {
    sv: 'Viruskontrollen hittade något skadligt. Öppna inte filen; kontakta er egen it-support och ladda upp en ren fil.',
    en: 'The virus scan found something harmful. Do not open the file; ask your own IT support, and upload a clean one.',
  },
  unscannable: {
    sv: 'Filen går inte att viruskontrollera, till exempel för att den är låst med lösenord. Exportera den utan lösenord och ladda upp den.',
    en: 'The file cannot be scanned for viruses, for instance because it is locked with a password. Export it without a password and upload that.',
  },
};
