import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  changeTaskSchema,
  createTaskSchema,
  pageQuerySchema,
  rejectTaskSchema,
  taskListSchema,
  taskSchema,
  type ChangeTask,
  type CreateTask,
} from '@porchlight/contracts';
import { Caller, Describe, IdPipe, IfMatch, NewId, valid } from '@porchlight/platform';
import type { z } from 'zod';
import { TaskService } from './task.service';

@Controller('api/projects/:id/tasks')
export class TaskController {
  constructor(private readonly tasks: TaskService) {}

  @Get()
  @Describe({
    summary: 'The tasks of a project; for a subcontractor their own.',
    access: 'task.read',
    reply: taskListSchema,
  })
  list(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query(valid(pageQuerySchema)) page: z.infer<typeof pageQuerySchema>,
  ) {
    return this.tasks.list(caller, id, page);
  }

  @Post()
  @Describe({ summary: 'Create a task.', access: 'task.create', reply: taskSchema })
  create(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @NewId() taskId: string,
    @Body(valid(createTaskSchema)) body: CreateTask,
  ) {
    return this.tasks.create(caller, id, taskId, body);
  }

  @Patch(':taskId')
  @Describe({
    summary: 'Change a task; a subcontractor only status and progress of their own.',
    access: 'task.change',
    reply: taskSchema,
  })
  change(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('taskId', IdPipe) taskId: string,
    @IfMatch() version: number,
    @Body(valid(changeTaskSchema)) body: ChangeTask,
  ) {
    return this.tasks.change(caller, id, taskId, version, body);
  }

  @Delete(':taskId')
  @HttpCode(204)
  @Describe({ summary: 'Delete a task without children.', access: 'task.delete', status: 204 })
  remove(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('taskId', IdPipe) taskId: string,
    @IfMatch() version: number,
  ) {
    return this.tasks.remove(caller, id, taskId, version);
  }

  @Post(':taskId/approve')
  @HttpCode(200)
  @Describe({
    summary: 'Approve work that was submitted for review.',
    access: 'task.review',
    reply: taskSchema,
    status: 200,
  })
  approve(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('taskId', IdPipe) taskId: string,
    @IfMatch() version: number,
  ) {
    return this.tasks.approve(caller, id, taskId, version);
  }

  @Post(':taskId/reject')
  @HttpCode(200)
  @Describe({
    summary: 'Reject submitted work; it goes back to what it was.',
    access: 'task.review',
    reply: taskSchema,
    status: 200,
  })
  reject(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('taskId', IdPipe) taskId: string,
    @IfMatch() version: number,
    @Body(valid(rejectTaskSchema)) body: z.infer<typeof rejectTaskSchema>,
  ) {
    return this.tasks.reject(caller, id, taskId, version, body.reason);
  }
}
