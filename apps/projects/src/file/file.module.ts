import { Module } from '@nestjs/common';
import { RenditionMaker, Uploads } from '@porchlight/media';
import { ActivityModule } from '../activity/activity.module';
import { ProjectAccessModule } from '../project/project-access.module';
import { FileMaker } from './file-maker';
import { FileSpace } from './file-space';
import { FileSweep } from './file-sweep';
import { FileController } from './file.controller';
import { NotedFiles } from './noted-files';
import { PrivateFiles } from './private-files';
import { ProjectFiles } from './project-files';
import { PublicFiles } from './public-files';
import { ShareController } from './share.controller';
import { SharedFiles } from './shared-files';
import { Sharing } from './sharing';
import { UploadLimits } from './upload-limits';

const uploads = {
  provide: Uploads,
  useFactory: (limits: UploadLimits) => new Uploads(limits),
  inject: [UploadLimits],
};

@Module({
  imports: [ActivityModule, ProjectAccessModule],
  controllers: [FileController, ShareController],
  providers: [
    FileMaker,
    FileSpace,
    FileSweep,
    NotedFiles,
    PrivateFiles,
    ProjectFiles,
    PublicFiles,
    RenditionMaker,
    SharedFiles,
    Sharing,
    UploadLimits,
    uploads,
  ],
  exports: [Sharing],
})
export class FileModule {}
