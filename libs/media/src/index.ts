export { downloadHeaders } from './download-headers';
export { fileName } from './file-name';
export { fileLimit, fileTypes, insistOnDocument, isPicture } from './file-types';
export { pictureLimit, pictureTypes } from './picture-types';
export { type PictureKind, type Rendition, RenditionMaker, type Renditions } from './renditions';
export { Turns } from './turns';
export { Uploads } from './uploads';
