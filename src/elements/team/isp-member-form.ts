import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {withField} from '../../app/goal-draft.ts';
import {isSaving, objections} from '../../app/plan-view.ts';
import type {Draft, SaveState} from '../../app/state.ts';
import type {NewMember} from '../../domain/care-team.ts';
import {roleOf, roles, rolesFor, type RoleKey} from '../../domain/roles.ts';
import {telHref} from '../shared/contact-link.ts';
import {draftActs} from '../shared/form-acts.ts';
import {DraftEvent, SubmitEvent} from '../shared/form-events.ts';
import {describedBy, field} from '../shared/form-field.ts';
import type {PickEvent} from './isp-directory.ts';
import {styles} from './isp-member-form.styles.ts';
import {Localize} from '../shared/localize.ts';

type Name = 'kind' | 'name' | 'reference' | 'role' | 'roleText' | 'organization' | 'phone';
type Values = Readonly<Record<Name, string>>;

const kinds = ['practitioner', 'relative', 'organization'] as const;
const shownFields = ['name', 'role', 'organization', 'phone'];

/**
 * A new member of the team: name and role are required, the rest can come later. Roles are chosen in the person's
 * language and written with their code; another role is written in words.
 *
 * @tag isp-member-form
 * @fires {DraftEvent} isp-draft - Something was typed.
 * @fires {SubmitEvent} isp-submit - Add this member.
 * @fires {CancelEvent} isp-cancel - Give up; what was typed goes.
 */
export class IspMemberForm extends LitElement {
  static override styles = styles;

  /** What was typed and is not yet saved. */
  @property({attribute: false}) draft: Draft = {};

  /** The role that stands chosen at first: that of the empty place the form was opened from. */
  @property({attribute: false}) firstRole: RoleKey | null = null;

  @property({attribute: false}) save: SaveState | undefined = undefined;

  /** Why it cannot be saved, in words; empty when it can. */
  @property() blocked = '';

  @state() private tried = false;

  readonly #text = new Localize(this);
  readonly #acts = draftActs(this, this.#text, () => this.#text.t.team.saveMember, {saves: 'CareTeam'});

  /** Puts the cursor in the name. */
  override focus(): void {
    void this.updateComplete.then(() => this.#control('name')?.focus());
  }

  override render(): TemplateResult {
    const {team: t} = this.#text.t;
    const values = this.#values();
    const kind = kindOf(values);
    const errors = this.#errors(values);
    const select = (name: Name, label: string, options: readonly (readonly [string, string])[]) =>
      field({
        id: name,
        label,
        errors: errors(name),
        control: html`<select
          id=${name}
          aria-required=${name === 'role' ? 'true' : nothing}
          aria-invalid=${errors(name).length > 0 ? 'true' : nothing}
          aria-describedby=${describedBy(name, null, errors(name))}
          @change=${this.#onInput}
        >
          ${options.map(
            ([code, words]) =>
              html`<option value=${code} .selected=${code === values[name]}>${words}</option>`,
          )}
        </select>`,
      });
    return html`<form aria-labelledby="heading" @submit=${this.#onSubmit} @keydown=${this.#onKey} novalidate>
      <h3 id="heading">${t.addHeading}</h3>
      ${this.#renderText('name', t.nameLabel, values, errors('name'))}
      <isp-directory
        .text=${values.name}
        .kind=${kind}
        ?picked=${values.reference !== ''}
        @isp-pick=${this.#onPick}
      ></isp-directory>
      <div class="pair">
        ${select(
          'kind',
          t.kindLabel,
          kinds.map((code) => [code, t.kindOf[code]]),
        )}
        ${select('role', t.roleLabel, [
          ['', t.roleChoose],
          ...rolesFor(kind).map((key) => [key, t.roles[key]] as const),
          ['other', t.roleOther],
        ])}
      </div>
      ${values.role === 'other' ? this.#renderText('roleText', t.roleText, values, errors('roleText')) : nothing}
      <div class="pair">
        ${
          kind === 'practitioner'
            ? this.#renderText('organization', t.organizationLabel, values, errors('organization'))
            : nothing
        }
        ${values.reference === '' ? this.#renderText('phone', t.phoneLabel, values, errors('phone')) : nothing}
      </div>
      <isp-save-state .save=${this.save} .shownFields=${shownFields}></isp-save-state>
      ${this.#acts.render()}
    </form>`;
  }

  #renderText(name: Name, label: string, values: Values, errors: readonly string[]): TemplateResult {
    return field({
      id: name,
      label,
      errors,
      control: html`<input
        id=${name}
        type=${name === 'phone' ? 'tel' : 'text'}
        autocomplete="off"
        aria-required=${name === 'name' || name === 'roleText' ? 'true' : nothing}
        ?readonly=${isSaving(this.save)}
        aria-invalid=${errors.length > 0 ? 'true' : nothing}
        aria-describedby=${describedBy(name, null, errors)}
        .value=${values[name]}
        @input=${this.#onInput}
      />`,
    });
  }

  #control(name: Name): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#${name}`);
  }

  #first(): Values {
    const role = this.firstRole ?? '';
    return {kind: 'practitioner', name: '', role, roleText: '', organization: '', phone: '', reference: ''};
  }

  #values(): Values {
    const values = {...this.#first(), ...this.draft};
    const offered: readonly string[] = [...rolesFor(kindOf(values)), 'other'];
    // A role of professionals does not fit a relative: another kind asks for the role again.
    return offered.includes(values.role) ? values : {...values, role: ''};
  }

  #errors(values: Values): (name: Name) => readonly string[] {
    const {team: t} = this.#text.t;
    const server = this.save?.status === 'failed' ? objections(this.save.problem) : {};
    const own: Partial<Record<Name, string | false>> = {
      name: !values.name.trim() && t.nameMissing,
      role: !values.role && t.roleMissing,
      roleText: values.role === 'other' && !values.roleText.trim() && t.roleTextMissing,
      phone: values.phone.trim() !== '' && telHref(values.phone) === null && t.phoneWrong,
    };
    return (name) => [...(this.tried && own[name] ? [own[name]] : []), ...(server[name] ?? [])];
  }

  #onInput(event: Event): void {
    const control = event.target as HTMLInputElement;
    const name = control.id as Name;
    if (isSaving(this.save)) {
      // What is on its way was read from the form already: a later choice would be lost with the draft.
      control.value = this.#values()[name];
      return;
    }
    this.#acts.tell('');
    // Another name or kind is somebody else than the one who was chosen.
    const {reference: _reference, 'was.reference': _was, ...typed} = this.draft;
    const before = name === 'name' || name === 'kind' ? typed : this.draft;
    const draft = withField(before, name, control.value, this.#first()[name]);
    // The place that the form was opened from is part of what must survive.
    const place = this.firstRole && Object.keys(draft).length > 0 ? {role: this.firstRole} : {};
    this.dispatchEvent(new DraftEvent({...place, ...draft}));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const isName = (event.target as HTMLElement).id === 'name';
    if (event.key === 'ArrowDown' && isName && this.renderRoot.querySelector('isp-directory')?.focusFirst()) {
      event.preventDefault();
    } else this.#acts.onKey(event);
  };

  #onPick({entry}: PickEvent): void {
    const {name, reference, organization, role} = entry;
    const key = roleOf(role?.coded ?? null);
    const kind = kindOf(this.#values());
    const fits = key !== null && (rolesFor(kind) as readonly string[]).includes(key);
    const own = fits ? {role: key} : role?.text ? {role: 'other', roleText: role.text} : {};
    // A role that was chosen already is the one on this team.
    const chosen = this.#values().role === '' ? own : {};
    this.dispatchEvent(
      new DraftEvent({...this.draft, ...chosen, name, reference, ...(organization && {organization})}),
    );
    void this.updateComplete.then(() => this.#control('role')?.focus());
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (isSaving(this.save) || this.blocked) return;
    this.tried = true;
    const values = this.#values();
    const errors = this.#errors({...values});
    // Objections of the server belong to what was sent before; they do not stop another try.
    const server = this.save?.status === 'failed' ? objections(this.save.problem) : {};
    const wrong = (['name', 'role', 'roleText', 'phone'] as const).find(
      (name) => errors(name).length > (server[name]?.length ?? 0),
    );
    if (wrong) this.#control(wrong)?.focus();
    else this.dispatchEvent(new SubmitEvent(this.#member(values)));
  }

  #member(values: Values): NewMember {
    const kind = kindOf(values);
    const key = values.role === 'other' ? null : (values.role as RoleKey);
    return {
      name: values.name.trim(),
      kind,
      role: key
        ? {coded: roles[key].coded, text: this.#text.t.team.roles[key]}
        : {coded: null, text: values.roleText.trim()},
      organization: (kind === 'practitioner' && values.organization.trim()) || null,
      phone: (values.reference === '' && values.phone.trim()) || null,
      ...(values.reference !== '' && {reference: values.reference}),
    };
  }
}

function kindOf(values: Values): (typeof kinds)[number] {
  return kinds.find((kind) => kind === values.kind) ?? 'practitioner';
}

declare global {
  interface HTMLElementTagNameMap {
    'isp-member-form': IspMemberForm;
  }
}
