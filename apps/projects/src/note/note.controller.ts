import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { changeNoteSchema, createNoteSchema, noteListSchema, noteSchema, pageQuerySchema } from '@porchlight/contracts';
import { Caller, Describe, IdPipe, IfMatch, NewId, valid } from '@porchlight/platform';
import type { z } from 'zod';
import { NoteService } from './note.service';

@Controller('api/projects/:id/notes')
export class NoteController {
  constructor(private readonly notes: NoteService) {}

  @Get()
  @Describe({ summary: 'Private notes, newest first.', access: 'note.read', reply: noteListSchema })
  list(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Query(valid(pageQuerySchema)) page: z.infer<typeof pageQuerySchema>,
  ) {
    return this.notes.list(caller, id, page);
  }

  @Post()
  @Describe({ summary: 'Write a private note.', access: 'note.change', reply: noteSchema })
  create(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @NewId() noteId: string,
    @Body(valid(createNoteSchema)) body: z.infer<typeof createNoteSchema>,
  ) {
    return this.notes.create(caller, id, noteId, body.text);
  }

  @Patch(':noteId')
  @Describe({ summary: 'Change a private note.', access: 'note.change', reply: noteSchema })
  change(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('noteId', IdPipe) noteId: string,
    @IfMatch() version: number,
    @Body(valid(changeNoteSchema)) body: z.infer<typeof changeNoteSchema>,
  ) {
    return this.notes.change(caller, id, noteId, version, body.text);
  }

  @Delete(':noteId')
  @HttpCode(204)
  @Describe({ summary: 'Delete a private note.', access: 'note.change', status: 204 })
  remove(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Param('noteId', IdPipe) noteId: string,
    @IfMatch() version: number,
  ) {
    return this.notes.remove(caller, id, noteId, version);
  }
}
