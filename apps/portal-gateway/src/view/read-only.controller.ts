import { Controller, Delete, Param, Patch, Post, Put } from '@nestjs/common';
import { Describe, IdPipe, ProblemError, Public } from '@porchlight/platform';

const summary = 'Refused: the portal is for reading.';
const refused = (): never => {
  throw new ProblemError('method_not_allowed', 405, 'The portal is for reading.', { headers: { allow: 'GET, HEAD' } });
};

/** Says to every verb that writes that there is nothing to write here. */
@Controller(['portal/:projectId', 'api/portal/:projectId'])
@Public()
export class ReadOnlyController {
  @Post()
  @Describe({ summary, status: 405 })
  post(@Param('projectId', IdPipe) _projectId: string): never {
    return refused();
  }

  @Put()
  @Describe({ summary, status: 405 })
  put(@Param('projectId', IdPipe) _projectId: string): never {
    return refused();
  }

  @Patch()
  @Describe({ summary, status: 405 })
  patch(@Param('projectId', IdPipe) _projectId: string): never {
    return refused();
  }

  @Delete()
  @Describe({ summary, status: 405 })
  delete(@Param('projectId', IdPipe) _projectId: string): never {
    return refused();
  }
}
