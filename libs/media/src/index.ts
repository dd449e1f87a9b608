export { downloadHeaders } from './download-headers';
export { fileName } from './file-name';
export { fileLimit, fileTypes, insistOnDocument, isPicture } from './file-types';
export { Leftovers } from './leftovers';
export { pictureLimit, pictureTypes } from './picture-types';
export { type PictureKind, type Rendition, RenditionMaker, type Renditions } from './renditions';
export { insistOnRoom } from './room';
export { Turns } from './turns';
export { Uploads } from './uploads';
