'use strict';

const examples = [
  ['One neuron: cosine', "z' = cos(theta1*z + theta2)", 'separable'],
  ['One neuron with backpropagation', "parameters theta1 != 0, theta2\nz' = cos(theta1*z + theta2)\nbackpropagation", 'separable'],
  ['tanh', "z' = tanh(theta1*z + theta2)", 'separable'],
  ['SiLU', "z' = silu(theta1*z + theta2)", 'separable'],
  ['Growth', "parameters r > 0, k > 0\nx' = r*x*(1 - x/k)", 'separable'],
  ['Exponential', "y' = y", 'auto'],
  ['Free particle', "y'' = 0", 'auto'],
  ['Ermakov', "y'' = y^-3", 'auto'],
  ['Pendulum', "y'' = -sin(y)", 'auto'],
  ['Blasius', "y''' = -y*y''/2", 'auto'],
  ['Kepler', "x'' = -x/(x^2 + y^2)^(3/2)\ny'' = -y/(x^2 + y^2)^(3/2)", 'auto'],
  ['Lotka and Volterra', "parameters a > 0, b > 0, c > 0, d > 0\nx' = a*x - b*x*y\ny' = c*x*y - d*y", 'auto'],
  ['No symmetry', "y'' = 6*y^2 + x", 'auto'],
];

const $ = id => document.getElementById(id);
const source = $('source');
const ansatz = $('ansatz');
let running = null;      // what cancels the derivation that runs
let derived = null;      // {source, ansatz} of the result on the page

const ask = (what, body, signal) => fetch('/api/' + what, {
  method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body), signal,
});

async function answer(what, body) {
  const response = await ask(what, body);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

function setFormulas(root) {
  for (const e of root.querySelectorAll('.m')) {
    if (e.dataset.set) continue;
    e.dataset.set = 'yes';
    const displayMode = e.parentElement.classList.contains('display');
    try {
      katex.render(e.textContent, e, {displayMode, strict: 'ignore', trust: false, maxSize: 60, maxExpand: 1000});
    } catch (error) {
      e.classList.add('bad');
    }
  }
}

// ---- errors while typing ---------------------------------------------------------------------------------------------

function mark(errors) {
  const marks = $('marks');
  marks.replaceChildren();
  let at = 0;
  const own = errors.filter(e => e.source === 'input').sort((a, b) => a.start - b.start);
  for (const e of own) {
    const start = Math.max(at, Math.min(e.start, source.value.length));
    const end = Math.max(start, Math.min(e.end, source.value.length));
    marks.append(source.value.slice(at, start));
    const m = document.createElement('mark');
    m.textContent = source.value.slice(start, end) || ' ';
    marks.append(m);
    at = end;
  }
  marks.append(source.value.slice(at) + '\n');
  $('problems').replaceChildren(...errors.slice(0, 4).map(e => {
    const pre = document.createElement('pre');
    pre.textContent = e.text.trimEnd();
    return pre;
  }));
  source.setAttribute('aria-invalid', errors.length > 0);
}

let typing = 0;
async function check() {
  const mine = ++typing;
  await new Promise(r => setTimeout(r, 180));
  if (mine !== typing) return;
  try {
    const found = await answer('check', {source: source.value, ansatz: ansatz.value});
    if (mine === typing) mark(found.errors || []);
  } catch (error) {
    if (mine === typing) $('status').textContent = error.message;
  }
}

function permalink() {
  const link = new URLSearchParams({e: source.value, a: ansatz.value});
  $('permalink').href = '#' + link;
  return '#' + link;
}

for (const field of [source, ansatz]) {
  field.addEventListener('input', () => { mark([]); check(); permalink(); });
}
source.addEventListener('scroll', () => { $('marks').scrollTop = source.scrollTop; });

// ---- derivation ------------------------------------------------------------------------------------------------------

async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  for (;;) {
    const {value, done} = await reader.read();
    if (done) return;
    buffer += value;
    let end;
    while ((end = buffer.indexOf('\n\n')) >= 0) {
      const block = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      const event = /^event: (.*)$/m.exec(block);
      const data = /^data: (.*)$/m.exec(block);
      if (event && data) yield [event[1], JSON.parse(data[1])];
    }
  }
}

function stage(name) {
  const list = $('stages');
  for (const li of list.children) li.className = 'done';
  for (const li of list.children) {
    if (li.dataset.name === name) { li.className = 'now'; return; }
  }
  const li = document.createElement('li');
  li.dataset.name = name;
  li.textContent = name;
  li.className = 'now';
  list.append(li);
}

async function derive() {
  if (running) running();
  const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), b => b.toString(16).padStart(2, '0')).join('');
  const question = {source: source.value, ansatz: ansatz.value, id};
  const abort = new AbortController();
  let over = false;
  running = () => { over = true; fetch('/api/cancel', {method: 'POST', body: id}); abort.abort(); };
  const cancelThis = running;
  history.replaceState(null, '', permalink());
  $('stages').replaceChildren();
  $('status').textContent = 'working…';
  $('cancel').hidden = false;
  for (const part of ['play', 'claims', 'copies']) $(part).hidden = true;
  $('solution').replaceChildren();
  $('verdict').replaceChildren();
  try {
    const response = await ask('derive', question, abort.signal);
    if (!response.ok) throw new Error(await response.text());
    for await (const [event, data] of events(response)) {
      if (over) break;
      if (event === 'queued') $('status').textContent = 'waiting: place ' + data.place;
      if (event === 'stage') { $('status').textContent = 'working…'; stage(data.name); }
      if (event === 'errors') { mark(data.errors); $('status').textContent = 'the input is not right yet'; }
      if (event === 'failed') $('status').textContent = data.message;
      if (event === 'result') show(question, data);
    }
  } catch (error) {
    $('status').textContent = over ? 'cancelled' : error.message;
  } finally {
    if (running === cancelThis) {
      running = null;
      $('cancel').hidden = true;
      for (const li of $('stages').children) li.className = 'done';
    }
  }
}

function show(question, data) {
  derived = {source: question.source, ansatz: question.ansatz};
  $('status').textContent = data.limits && data.limits.length ? 'limit reached: ' + data.limits.join(', ') : 'done';
  $('solution').innerHTML = data.html;
  setFormulas($('solution'));
  $('claims').hidden = false;
  $('copies').hidden = false;
  if (data.picture) controls(data);
}

$('form').addEventListener('submit', e => { e.preventDefault(); derive(); });
$('cancel').addEventListener('click', () => { if (running) running(); });
document.addEventListener('keydown', e => {
  if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && !$('claim-form').contains(e.target)) { e.preventDefault(); derive(); }
  if (e.key === 'Escape' && running) running();
});

// ---- picture and sliders ---------------------------------------------------------------------------------------------

function slider(label, latex, min, max, value) {
  const row = document.createElement('label');
  row.className = 'slider';
  const name = document.createElement('span');
  katex.render(latex, name, {throwOnError: false});
  const input = document.createElement('input');
  Object.assign(input, {type: 'range', min, max, step: 0.01, value});
  input.dataset.name = label;
  input.setAttribute('aria-label', label);
  const output = document.createElement('output');
  output.textContent = Number(value).toFixed(2);
  input.addEventListener('input', () => { output.textContent = Number(input.value).toFixed(2); draw(); });
  row.append(name, input, output);
  $('sliders').append(row);
}

function controls(data) {
  $('sliders').replaceChildren();
  $('play').hidden = false;
  if (data.generators.length > 0) {
    const row = document.createElement('label');
    row.className = 'slider';
    row.append('group');
    const select = document.createElement('select');
    select.id = 'generator';
    select.append(new Option('the most telling', -2), new Option('none', -1));
    data.generators.forEach((g, i) => select.append(new Option('X' + (i + 1), i)));
    select.addEventListener('change', draw);
    row.append(select);
    $('sliders').append(row);
    slider('ε', '\\varepsilon', -1.5, 1.5, 0.8);
  }
  for (const p of data.parameters.slice(0, 8)) {
    slider(p.name, p.latex, p.min, p.max, p.value);
  }
  draw();
}

let drawing = false;
let drawAgain = false;
async function draw() {
  if (drawing) { drawAgain = true; return; }
  drawing = true;
  do {
    drawAgain = false;
    const values = {};
    let eps = 0.8;
    for (const input of $('sliders').querySelectorAll('input')) {
      if (input.dataset.name === 'ε') eps = Number(input.value); else values[input.dataset.name] = Number(input.value);
    }
    const generator = $('generator') ? Number($('generator').value) : -2;
    try {
      const found = await answer('picture', {...derived, values, eps, generator});
      if (found.svg) {
        $('picture').innerHTML = found.svg;
        $('caption').innerHTML = found.caption;
        setFormulas($('caption'));
      }
    } catch (error) {
      $('status').textContent = error.message;
    }
  } while (drawAgain);
  drawing = false;
}

// ---- claims and copies -----------------------------------------------------------------------------------------------

$('claim-kind').addEventListener('change', () => {
  $('claim').placeholder = $('claim-kind').value === 'generator' ? 't: 1, z: 0' : 'z - t';
});

$('claim-form').addEventListener('submit', async e => {
  e.preventDefault();
  const verdict = $('verdict');
  verdict.textContent = 'checking…';
  try {
    const found = await answer('verify', {...derived, kind: $('claim-kind').value, claim: $('claim').value});
    verdict.replaceChildren();
    if (found.errors) {
      for (const error of found.errors) {
        const pre = document.createElement('pre');
        pre.textContent = error.text.trimEnd();
        verdict.append(pre);
      }
      return;
    }
    const word = document.createElement('p');
    word.className = 'word ' + found.verdict;
    word.textContent = found.verdict || 'a limit was reached: ' + found.limit;
    verdict.append(word);
    if (found.html) {
      const body = document.createElement('div');
      body.innerHTML = found.html;
      verdict.append(body);
      setFormulas(body);
    }
  } catch (error) {
    verdict.textContent = error.message;
  }
});

for (const button of $('copies').querySelectorAll('button')) {
  button.addEventListener('click', async () => {
    try {
      const {text} = await answer('copy', {...derived, format: button.dataset.format});
      await navigator.clipboard.writeText(text);
      $('copied').textContent = 'copied ' + text.length + ' characters';
    } catch (error) {
      $('copied').textContent = 'not copied: ' + error.message;
    }
  });
}

// ---- beginning -------------------------------------------------------------------------------------------------------

examples.forEach(([name], i) => $('example').append(new Option(name, i)));
$('example').addEventListener('change', () => {
  const chosen = examples[$('example').value];
  if (chosen) {
    [, source.value, ansatz.value] = chosen;
    mark([]);
    check();
    derive();
  }
});

function fromLink() {
  const given = new URLSearchParams(location.hash.slice(1));
  if (given.has('e')) {
    source.value = given.get('e').slice(0, 20000);
    ansatz.value = (given.get('a') || 'auto').slice(0, 200);
    return true;
  }
  return false;
}
const linked = fromLink();
permalink();
check();
if (linked) derive();
window.addEventListener('hashchange', () => { if (fromLink()) derive(); });
