import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  clientListSchema,
  clientSchema,
  contactInputSchema,
  contactSchema,
  createClientSchema,
  pageOf,
} from '@porchlight/contracts';
import { Caller, Describe, IdPipe, NewId, valid } from '@porchlight/platform';
import { companyPageQuerySchema, companyQuerySchema, type CompanyQuery, type Page } from '../page';
import type { ContactInput } from './client.entity';
import { ClientService, type CreateClient } from './client.service';

@Controller('api/leads/clients')
export class ClientController {
  constructor(private readonly clients: ClientService) {}

  @Get()
  @Describe({ summary: 'The clients of a company, newest first.', access: 'lead.read', reply: clientListSchema })
  list(@Caller() caller: Caller, @Query(valid(companyPageQuerySchema)) page: Page) {
    return this.clients.list(caller, page);
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
  @Describe({ summary: 'A client with its contacts.', access: 'lead.read', reply: clientSchema })
  get(@Caller() caller: Caller, @Param('id', IdPipe) id: string) {
    return this.clients.get(caller, id);
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
}
