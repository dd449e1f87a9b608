import { Global, Module } from '@nestjs/common';
import { RenditionMaker, Uploads } from '@porchlight/media';
import { Limits } from '../limit/limits';
import { PictureSweep } from './picture-sweep';
import { PublicFiles } from './public-files';

const uploads = { provide: Uploads, useFactory: (limits: Limits) => new Uploads(limits), inject: [Limits] };

/** Global because brand and leads take pictures. */
@Global()
@Module({
  providers: [PictureSweep, PublicFiles, RenditionMaker, uploads],
  exports: [PublicFiles, RenditionMaker, Uploads],
})
export class PictureModule {}
