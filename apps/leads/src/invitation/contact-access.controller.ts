import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import {
  contactAccessListSchema,
  type InviteContacts,
  inviteContactsSchema,
  invitedContactsSchema,
} from '@porchlight/contracts';
import { Caller, Describe, IdPipe, valid } from '@porchlight/platform';
import { ContactAccess } from './contact-access';
import { ContactInviting } from './contact-inviting';

/** A lead's contacts and their way into its portal. */
@Controller('api/leads/:id')
export class ContactAccessController {
  constructor(
    private readonly access: ContactAccess,
    private readonly inviting: ContactInviting,
  ) {}

  @Get('contacts')
  @Describe({
    summary: "The contacts of a lead's client, and how far each has come into its portal.",
    access: 'lead.read',
    reply: contactAccessListSchema,
  })
  async list(@Caller() caller: Caller, @Param('id', IdPipe) id: string) {
    return { items: await this.access.list(caller, id), nextCursor: null };
  }

  @Post('invitations')
  @HttpCode(HttpStatus.OK)
  @Describe({
    summary: "Invites contacts to the lead's portal, each answered for itself; the first publishes a captured lead.",
    access: 'member.invite',
    reply: invitedContactsSchema,
    status: HttpStatus.OK,
  })
  invite(
    @Caller() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body(valid(inviteContactsSchema)) body: InviteContacts,
  ) {
    return this.inviting.invite(caller, id, body);
  }
}
