import { Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { projectFileSchema } from '@porchlight/contracts';
import { Caller, Describe, IdPipe, IfMatch } from '@porchlight/platform';
import { SharedFiles } from './shared-files';

@Controller('api/projects/:id/files/:fileId/share')
export class ShareController {
  constructor(private readonly files: SharedFiles) {}

  @Post()
  @HttpCode(200)
  @Describe({
    summary: 'Shows a file in the portal: to anyone with a link, and to every customer.',
    access: 'file.change',
    status: 200,
    reply: projectFileSchema,
  })
  share(
    @Caller() caller: Caller,
    @Param('id', IdPipe) projectId: string,
    @Param('fileId', IdPipe) id: string,
    @IfMatch() version: number,
  ) {
    return this.files.share(caller, projectId, id, version);
  }

  @Delete()
  @Describe({ summary: 'Takes a file out of the portal, at once.', access: 'file.change', reply: projectFileSchema })
  unshare(
    @Caller() caller: Caller,
    @Param('id', IdPipe) projectId: string,
    @Param('fileId', IdPipe) id: string,
    @IfMatch() version: number,
  ) {
    return this.files.unshare(caller, projectId, id, version);
  }
}
