import { Controller, Delete, Patch, Post, Put } from '@nestjs/common';
import { Describe, ProblemError, Public } from '@porchlight/platform';

const summary = 'Refused: the portal is for reading.';
const refused = (): never => {
  throw new ProblemError('method_not_allowed', 405, 'The portal is for reading.', { headers: { allow: 'GET, HEAD' } });
};

/** Says to every verb that writes that there is nothing to write here. */
@Controller([
  'portal/:projectId',
  'api/portal/:projectId',
  'api/portal/:projectId/updates',
  'api/portal/:projectId/files/:id',
])
@Public()
export class ReadOnlyController {
  @Post()
  @Describe({ summary, access: 'anyone', status: 405 })
  post(): never {
    return refused();
  }

  @Put()
  @Describe({ summary, access: 'anyone', status: 405 })
  put(): never {
    return refused();
  }

  @Patch()
  @Describe({ summary, access: 'anyone', status: 405 })
  patch(): never {
    return refused();
  }

  @Delete()
  @Describe({ summary, access: 'anyone', status: 405 })
  delete(): never {
    return refused();
  }
}
