import {instrumentOf} from '../../domain/measures/instruments.ts';
import type {Measure, NewMeasure} from '../../domain/measures/measure.ts';
import {blankMeasure, measureRules} from '../../fhir/write/edit-measure.ts';
import type {Session} from '../session.ts';
import type {PanelState} from '../state.ts';
import {addRecord} from './add-record.ts';
import {saveRecord} from './save-record.ts';

/** Records one score; `title` names the instrument in the language of who writes. Save key `measure:new`. */
export function addMeasure(session: Session, measure: NewMeasure, title: string): Promise<void> {
  const {instrument: name, ...change} = measure;
  const instrument = instrumentOf(name);
  if (!instrument) return Promise.resolve();
  return addRecord<Measure, typeof change>(session, {
    key: 'measure:new',
    act: 'createObservation',
    change,
    blank: (by, desk) => blankMeasure(instrument, title, desk.person.patientId, by),
    rules: (_by, desk) => measureRules(name, desk.zone, desk.recognition),
    present: ({later}) => (later.measures?.status === 'ready' ? later.measures.value : []),
    looksLikeOurs: (record) =>
      record.instrument === name && record.date === measure.date && record.score === measure.score,
    apply: putMeasure,
  });
}

/** Marks a score as entered in error; nothing is deleted. Save key `measure:<id>`. */
export function withdrawMeasure(session: Session, id: string): Promise<void> {
  const {measures} = session.state().later;
  const base = measures?.status === 'ready' ? measures.value.find((one) => one.id === id) : undefined;
  if (!base) return Promise.resolve();
  return saveRecord<Measure, {mistaken: true}>(session, {
    key: `measure:${id}`,
    act: 'updateObservation',
    base,
    change: {mistaken: true},
    rules: (_by, desk) => measureRules(base.instrument, desk.zone, desk.recognition),
    apply: putMeasure,
  });
}

function putMeasure(state: PanelState, measure: Measure): PanelState {
  const {measures} = state.later;
  if (measures?.status !== 'ready') return state;
  const others = measures.value.filter(({id}) => id !== measure.id);
  const value = measure.mistaken ? others : [...others, measure];
  return {...state, later: {...state.later, measures: {...measures, value}}};
}
