// Processes, their CPU time and their memory, as /proc tells them.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const microsPerTick = 1e6 / Number(execFileSync('getconf', ['CLK_TCK']))
const JVMS = '/usr/lib/jvm'
const children = []

export const run = (command, options) =>
  execFileSync(command[0], command.slice(1), {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
  })

// Runs a command beside this process, and tells what it printed.
export const finished = (command, env = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command[0], command.slice(1), {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (text) => (said += text))
    child.stderr.on('data', (text) => (said += text))
    child.on('exit', (status) => (status === 0 ? resolve(said) : reject(new Error(`${command[0]}: ${said}`))))
  })

// Starts a server that goes on until the end of the run.
export function start(command, env, log) {
  const out = openSync(log, 'w')
  const child = spawn(command[0], command.slice(1), { env: { ...process.env, ...env }, stdio: ['ignore', out, out] })
  child.log = log
  children.push(child)
  return child
}

export async function until(what, ready, child, seconds = 120) {
  const end = Date.now() + seconds * 1000
  while (!(await ready())) {
    if (child.exitCode !== null || Date.now() > end) {
      throw new Error(`${what} did not start:\n${readFileSync(child.log, 'utf8')}`)
    }
    await pause(200)
  }
}

export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.on('exit', resolve))
  child.kill('SIGCONT')
  child.kill('SIGTERM')
  await Promise.race([ended, pause(30_000)])
}

// The last first: Wangge takes the database with it.
export async function stopAll() {
  for (const child of children.toReversed()) await stop(child)
}

// Lets only one server run on; PostgreSQL is none of them.
export function awake(wanted) {
  for (const child of children) child.kill(child === wanted ? 'SIGCONT' : 'SIGSTOP')
}

export function allAwake() {
  for (const child of children) child.kill('SIGCONT')
}

const stat = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ').map(Number)

// User and system time in microseconds.
export function cpu(pid) {
  const fields = stat(pid)
  return (fields[11] + fields[12]) * microsPerTick
}

// Of a process with its children, those that have ended among them.
export function familyCpu(pid) {
  const fields = stat(pid)
  const own = (fields[11] + fields[12] + fields[13] + fields[14]) * microsPerTick
  return childrenOf(pid).reduce((sum, child) => sum + tryCpu(child), own)
}

export const memory = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

function childrenOf(pid) {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parent(name) === pid)
}

function parent(pid) {
  try {
    return stat(pid)[1]
  } catch {
    return null
  }
}

function tryCpu(pid) {
  try {
    return cpu(pid)
  } catch {
    return 0
  }
}

// Of JAVA, JAVA_HOME or /usr/lib/jvm, with the options that all Java servers get.
export function jdk25() {
  const homes = [process.env.JAVA_HOME, ...(existsSync(JVMS) ? readdirSync(JVMS).map((name) => `${JVMS}/${name}`) : [])]
  const home = homes.find((folder) => folder && existsSync(`${folder}/release`)
    && /^JAVA_VERSION="25/m.test(readFileSync(`${folder}/release`, 'utf8')))
  return {
    java: process.env.JAVA ?? (home ? `${home}/bin/java` : 'java'),
    javaOptions: (process.env.JAVA_OPTIONS ?? '-Xms512m -Xmx512m').split(' '),
  }
}
