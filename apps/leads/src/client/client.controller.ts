import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, Patch, Post, Query } from '@nestjs/common';
import {
  type ChangeClient,
  changeClientSchema,
  type ChangeContact,
  changeContactSchema,
  clientListSchema,
  clientPageSchema,
  type ClientQuery,
  clientQuerySchema,
  clientSchema,
  type CompanyQuery,
  companyQuerySchema,
  contactInputSchema,
  contactSchema,
  createClientSchema,
  pageOf,
} from '@porchlight/contracts';
import { Caller, Describe, IdPipe, IfMatch, NewId, valid } from '@porchlight/platform';
import type { ContactInput } from './client.entity';
import { ClientList } from './client-list';
import { ClientService, type CreateClient } from './client.service';

@Controller('api/leads/clients')
export class ClientController {
  constructor(
    private readonly clients: ClientService,
    private readonly lists: ClientList,
  ) {}

  @Get()
  @Describe({
    summary: 'The clients of a company, newest first, searched by name, address or telephone number.',
    access: 'lead.read',
    reply: clientListSchema,
  })
  list(@Caller() caller: Caller, @Query(valid(clientQuerySchema)) query: ClientQuery) {
    return this.lists.find(caller, query);
  }

  @Post()
  @Describe({ summary: 'Adds a client with its contacts.', access: 'lead.change', reply: clientSchema })
  create(
    @Caller() caller: Caller,
    @Query(valid(companyQuerySchema)) query: CompanyQuery,
    @NewId() id: string,
    @Body(valid(createClientSchema)) body: CreateClient,
  ) {
    return this.clients.create(caller, query.companyId, id, body);
  }

  @Get(':id')
  @Describe({ summary: 'A client with its contacts and leads.', access: 'lead.read', reply: clientPageSchema })
  get(@Caller() caller: Caller, @Param('id', IdPipe) id: string) {
    return this.lists.page(caller, id);
  }

  @Patch(':id')
  @Describe({ summary: 'Changes a client. If-Match.', access: 'lead.change', reply: clientSchema })
  change(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body(valid(changeClientSchema)) body: ChangeClient,
  ) {
    return this.clients.change(caller, id, version, body);
  }

  @Get(':id/contacts')
  @Describe({ summary: 'The contacts of a client.', access: 'lead.read', reply: pageOf(contactSchema) })
  async contacts(@Caller() caller: Caller, @Param('id', IdPipe) id: string) {
    return { items: await this.clients.contacts(caller, id), nextCursor: null };
  }

  @Post(':id/contacts')
  @Describe({ summary: 'Adds a contact to a client.', access: 'lead.change', reply: contactSchema })
  addContact(
    @Caller() caller: Caller,
    @Param('id', IdPipe) clientId: string,
    @NewId() id: string,
    @Body(valid(contactInputSchema)) body: ContactInput,
  ) {
    return this.clients.addContact(caller, clientId, id, body);
  }

  @Patch(':id/contacts/:contactId')
  @Describe({
    summary: "Changes a contact; a new address is that of pending invitations too. If-Match with the client's version.",
    access: 'lead.change',
    reply: contactSchema,
  })
  changeContact(
    @Caller() caller: Caller,
    @Param('id', IdPipe) clientId: string,
    @Param('contactId', IdPipe) contactId: string,
    @IfMatch() version: number,
    @Body(valid(changeContactSchema)) body: ChangeContact,
  ) {
    return this.clients.changeContact(caller, { clientId, contactId, version }, body);
  }

  @Delete(':id/contacts/:contactId')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Describe({
    summary: "Removes a contact and cancels their pending invitations. If-Match with the client's version.",
    access: 'lead.change',
    status: HttpStatus.NO_CONTENT,
  })
  removeContact(
    @Caller() caller: Caller,
    @Param('id', IdPipe) clientId: string,
    @Param('contactId', IdPipe) contactId: string,
    @IfMatch() version: number,
  ) {
    return this.clients.removeContact(caller, { clientId, contactId, version });
  }
}
