const longest = 200;
/** Turn the text around them about: `gpj.exe` then reads `exe.jpg`. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const ofPictures = /\.(jpe?g|png|webp|gif)$/i;

/** What an upload is called: without folders and what misleads, and with the extension of what it is. */
export const fileName = (name: string, extension: string): string => {
  const bare = name.replaceAll(turning, '').replaceAll(/[\\/]/g, '_');
  const stem = extension === '.jpg' ? bare.replace(ofPictures, '') : withoutEnd(bare, extension);
  return `${stem.slice(0, longest - extension.length).trim() || 'file'}${extension}`;
};

const withoutEnd = (name: string, end: string): string =>
  name.toLowerCase().endsWith(end) ? name.slice(0, -end.length) : name;
