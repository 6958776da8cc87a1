import {html, nothing, type TemplateResult} from 'lit';
import type {Choices} from '../../app/commands/save-record.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import type {TeamMember} from '../../domain/care-team.ts';
import type {TeamMoreMessages} from '../../i18n/team-more-words.ts';
import type {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import type {Localize} from '../shared/localize.ts';
import {roleText} from './member-words.ts';

/** What two people said of one member, chosen field by field. */
export function memberConflict(
  key: string,
  save: SaveState,
  draft: Draft,
  ready: boolean,
  t: TeamMoreMessages,
  text: Localize,
  acts: {keep(draft: Draft): void; settle(choices: Choices): void},
): TemplateResult | typeof nothing {
  if (!ready || save.status !== 'conflict' || save.conflict.what !== 'fields') return nothing;
  const labels = {...t.topic, role: t.role, organization: text.t.team.organizationLabel};
  const show = (name: string, value: unknown): string | null =>
    name === 'role' ? roleText(value as TeamMember['role'], text.t.team) : null;
  return html`<isp-conflict
    id=${key}
    .conflict=${save.conflict}
    .words=${{heading: t.changedMeanwhile, labels, show, closed: ['role']}}
    .draft=${draft}
    .save=${save}
    @isp-draft=${(event: DraftEvent) => acts.keep(event.draft)}
    @isp-submit=${(event: SubmitEvent<Choices>) => acts.settle(event.value)}
  ></isp-conflict>`;
}
