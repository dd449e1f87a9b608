import { Controller, Delete, Get, Post } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { Public } from '../auth/decorators';
import { Describe } from './describe';
import { describeApi } from './openapi';

@Controller('api/projects')
class Projects {
  @Post()
  @Describe({ summary: 'Create a project.', access: 'project.create' })
  create(): void {}

  @Get('sample')
  @Public()
  @Describe({ summary: 'A sample.', access: 'anyone' })
  sample(): void {}
}

describe('the document of an API', () => {
  it('says whom each route lets in', () => {
    const open = { summary: 'A sample.', 'x-access': 'anyone', security: [] };
    expect(describeApi('projects', [Projects, undefined])).toMatchObject({
      paths: {
        '/api/projects': { post: { 'x-access': 'project.create', security: [{ bearer: [] }] } },
        '/api/projects/sample': { get: open },
      },
    });
  });

  it('refuses a route that does not say whom it lets in', () => {
    @Controller('api/projects')
    class Silent {
      @Delete(':id')
      remove(): void {}
    }
    expect(() => describeApi('projects', [Silent])).toThrow('DELETE /api/projects/{id} does not say whom it lets in');
  });

  it('refuses a public route that says it lets in only some', () => {
    @Controller('api/projects')
    class Open {
      @Get(':id')
      @Public()
      @Describe({ summary: 'A project.', access: 'project.read' })
      get(): void {}
    }
    expect(() => describeApi('projects', [Open])).toThrow('is public, and says that it lets in project.read');
  });

  it.each(['anyone', 'link-holder'] as const)('refuses a guarded route that says it lets in %s', (access) => {
    @Controller('api/projects')
    class Closed {
      @Get(':id')
      @Describe({ summary: 'A project.', access })
      get(): void {}
    }
    expect(() => describeApi('projects', [Closed])).toThrow(`is not public, and says that it lets in ${access}`);
  });
});
