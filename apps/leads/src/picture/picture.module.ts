import { Global, Module } from '@nestjs/common';
import { PictureSweep } from './picture-sweep';
import { PublicFiles } from './public-files';
import { RenditionMaker } from './renditions';
import { Uploads } from './uploads';

/** Global because brand and leads take pictures. */
@Global()
@Module({
  providers: [PictureSweep, PublicFiles, RenditionMaker, Uploads],
  exports: [PublicFiles, RenditionMaker, Uploads],
})
export class PictureModule {}
