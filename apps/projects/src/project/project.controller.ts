import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import {
  changeProjectSchema,
  createProjectSchema,
  projectListSchema,
  projectSchema,
  type ChangeProject,
  type CreateProject,
} from '@porchlight/contracts';
import { Caller, Describe, IdPipe, IfMatch, NewId, valid } from '@porchlight/platform';
import { ProjectList, projectPageQuerySchema, type ProjectPageQuery } from './project-list';
import { ProjectService } from './project.service';

@Controller('api/projects')
export class ProjectController {
  constructor(
    private readonly projects: ProjectService,
    private readonly projectList: ProjectList,
  ) {}

  @Get()
  @Describe({
    summary: 'The projects you build or work in, newest first.',
    access: 'signed-in',
    reply: projectListSchema,
  })
  list(@Caller() caller: Caller, @Query(valid(projectPageQuerySchema)) page: ProjectPageQuery) {
    return this.projectList.page(caller, page);
  }

  @Post()
  @Describe({ summary: 'Create a project, and its portal with it.', access: 'project.create', reply: projectSchema })
  create(@Caller() caller: Caller, @NewId() id: string, @Body(valid(createProjectSchema)) body: CreateProject) {
    return this.projects.create(caller, id, body);
  }

  @Get(':id')
  @Describe({ summary: 'A project with its progress.', access: 'project.read', reply: projectSchema })
  get(@Caller() caller: Caller, @Param('id', IdPipe) id: string) {
    return this.projects.get(caller, id);
  }

  @Patch(':id')
  @Describe({ summary: 'Change the head of a project, or archive it.', access: 'project.change', reply: projectSchema })
  change(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body(valid(changeProjectSchema)) body: ChangeProject,
  ) {
    return this.projects.change(caller, id, version, body);
  }
}
