// SPDX-License-Identifier: MIT
#include "tests/hostile/hostile_behaviours.hpp"

#include "tests/engine/run_cases.hpp"

namespace afresh::testing {
namespace {

const std::string kRaised = "fresh=fail(register-error) clean=pass leaks=pass";
const std::string kCannotLoad = "fresh=fail(register-error)";
const std::string kUnseen = "fresh=pass process-state=pass leaks=pass";
const std::string kChanged =
    "fresh=pass process-state=fail(stale-value) clean=fail(stale-value) leaks=pass";
const std::string kChangedByAddon = "fresh=pass process-state=fail(stale-value) leaks=pass";
const std::string kLeft =
    "fresh=pass process-state=fail(leftover-registration) clean=fail(leftover-registration) "
    "leaks=pass";
const std::string kLeftInSys =
    "fresh=pass process-state=fail(leftover-registration) clean=fail(leftover-registration) "
    "isolation=fail(collateral) leaks=pass";
const std::string kLeftByAddon = "fresh=pass process-state=fail(leftover-registration) leaks=pass";

std::vector<HostileBehaviour> crashes() {
  return {
      // A sanitizer's own handler turns the first two into an exit.
      {"KillsItself", "    import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", kCrash, kCrash,
       ""},
      {"ReadsAddressZero", "    import ctypes; ctypes.string_at(0)", kCrash, kCrash, ""},
      {"Aborts", "    import os, signal; os.kill(os.getpid(), signal.SIGKILL)", kCrash, kCrash,
       "signal 9"},
      {"ExitsWithSuccess", "    import os; os._exit(0)", kCrash, kCrash, "exit 0"},
      {"ExitsWithFailure", "    import os; os._exit(3)", kCrash, kCrash, "exit 3"},
      {"KillsItsGroup", "    import os; os.killpg(0, 9)", kCrash, kCrash, "signal 9"},
      {"BecomesAnotherProgram", "    import os; os.execv('/bin/true', ['true'])", kCrash, kCrash,
       "exit 0"},
      {"IsKilledByATimer",
       "    import signal, time\n"
       "    signal.setitimer(signal.ITIMER_REAL, 0.001)\n"
       "    while True: pass",
       kCrash, kCrash, "signal 14"},
      {"LetsAThreadExit",
       "    import os, threading\n"
       "    threading.Thread(target=os._exit, args=(4,)).start()\n"
       "    while True: pass",
       kCrash, kCrash, "exit 4"},
  };
}

std::vector<HostileBehaviour> resource_hogs() {
  return {
      {"EatsMemory",
       "    blocks = []\n"
       "    while True: blocks.append(bytes(1 << 28))",
       kRaised, kUnseen, "MemoryError"},
      {"FillsTheDisk",
       "    import tempfile\n"
       "    with open(tempfile.mkstemp()[1], 'wb') as file:\n"
       "        while True: file.write(bytes(1 << 22))",
       kRaised, kUnseen, "OSError: [Errno 28]"},
      {"FillsSharedMemory",
       "    with open('/dev/shm/full', 'wb') as file:\n"
       "        while True: file.write(bytes(1 << 22))",
       kRaised, kUnseen, "OSError: [Errno 28]"},
      {"MakesFoldersWithoutEnd",
       "    import os\n"
       "    for n in range(500):\n"
       "        os.mkdir('deeper')\n"
       "        os.chdir('deeper')\n"
       "    os.chdir(os.path.expanduser('~'))",
       kHealthyVerdict, kUnseen, ""},
      {"OpensEveryDescriptor",
       "    import os\n"
       "    for n in range(200000): os.open('/dev/null', os.O_RDONLY)",
       kRaised, kCannotLoad, "OSError: [Errno 24]"},
  };
}

std::vector<HostileBehaviour> nuisances() {
  return {
      {"ClosesAllDescriptors", "    import os; os.closerange(0, 65536)", kHealthyVerdict, kUnseen,
       ""},
      {"PutsAnotherFileInPlaceOfItsDescriptors",
       "    import os\n"
       "    other = os.open('/dev/null', os.O_RDWR)\n"
       "    for number in range(20): os.dup2(other, number)",
       kHealthyVerdict, kUnseen, ""},
      {"WritesToEveryDescriptor",
       "    import os\n"
       "    for number in range(300):\n"
       "        try: os.write(number, b'HOSTILE' * 100)\n"
       "        except OSError: pass",
       kHealthyVerdict, kUnseen, ""},
      {"RemovesItsOwnFiles",
       "    import shutil, sys; shutil.rmtree(sys.modules['demo'].__path__[0])", kHealthyVerdict,
       kCannotLoad, ""},
      {"ChangesTheWorkingDirectory", "    import os; os.chdir('/')", kChanged, kChangedByAddon, ""},
      {"ChangesTheRecursionLimit", "    import sys; sys.setrecursionlimit(70)", kChanged,
       kChangedByAddon, ""},
      {"EmptiesSysModules", "    import sys; sys.modules.clear()",
       "fresh=unknown clean=fail(crash)", kCannotLoad, ""},
      {"ReplacesSysModules", "    import sys; sys.modules = {}",
       "fresh=pass process-state=fail(leftover-registration) "
       "clean=fail(leftover-registration,stale-module) isolation=fail(collateral) leaks=pass",
       "fresh=fail(stale-code,wrong-behaviour)", ""},
      {"MakesThousandsOfClasses",
       "    import abc, sys\n"
       "    sys.hostile_behaviour = [abc.ABCMeta('C', (), {}) for n in range(5000)]",
       kLeftInSys, kLeftByAddon, ""},
      {"LeavesThreads",
       "    import threading\n"
       "    for n in range(20):\n"
       "        threading.Thread(target=threading.Event().wait, daemon=True).start()",
       kLeft, kLeftByAddon, ""},
      {"Forks", "    import os\n    if os.fork() == 0: import time; time.sleep(1e9)",
       kHealthyVerdict, kUnseen, ""},
      {"LeavesFilesEverywhere",
       "    import os, tempfile\n"
       "    for folder in (tempfile.gettempdir(), os.path.expanduser('~'), '/tmp', '/dev/shm'):\n"
       "        open(os.path.join(folder, 'afresh-hostile'), 'w').close()",
       kHealthyVerdict, kUnseen, ""},
      {"TakesItsScratchAway",
       "    import os, shutil\n"
       "    for name in os.listdir('/tmp'): shutil.rmtree('/tmp/' + name, ignore_errors=True)",
       kChanged, kCannotLoad, ""},
      {"LeavesSystemVMemory",
       "    import ctypes\n"
       "    assert ctypes.CDLL(None).shmget(77, 4096, 0o1600) >= 0",
       kHealthyVerdict, kUnseen, ""},
      {"KillsAndStopsWhatItCanReach",
       "    import os, signal\n"
       "    assert os.getppid() == 1  # nothing but its own worker is above it\n"
       "    for number in (signal.SIGSTOP, signal.SIGTERM, signal.SIGKILL):\n"
       "        os.kill(os.getppid(), number)\n"
       "    try: os.kill(-1, signal.SIGKILL)\n"
       "    except ProcessLookupError: pass",
       kHealthyVerdict, kUnseen, ""},
      {"CannotWriteAnywhereElse",
       "    import os\n"
       "    places = ('/', '/dev', '/root', '/var/tmp', '/usr/lib', '/etc', '/sys', '/proc/sys',\n"
       "              '" AFRESH_SOURCE_DIR "')\n"
       "    for place in places:\n"
       "        try: open(os.path.join(place, 'afresh-hostile'), 'w')\n"
       "        except OSError: continue\n"
       "        raise RuntimeError('it could write to ' + place)",
       kHealthyVerdict, kUnseen, ""},
      {"CannotChangeWhatItSees",
       "    import ctypes, os\n"
       "    c = ctypes.CDLL(None)\n"
       "    assert c.umount2(b'/tmp', 2) == -1 and c.mount(b'x', b'/tmp', b'tmpfs', 0, 0) == -1\n"
       "    assert c.setuid(0) == -1 or not os.access('/proc/1/fd/2', os.W_OK)\n"
       "    assert not os.path.exists('/proc/1/fd/2') and not os.path.exists('/dev/kmsg')\n"
       "    assert sorted(p for p in os.listdir('/proc') if p.isdigit())[0:1] == ['1']\n"
       "    assert os.listdir('/proc/self/fd') == ['0', '1', '2', '3'], "
       "os.listdir('/proc/self/fd')",
       kHealthyVerdict, kUnseen, ""},
      {"LocksItsFolders",
       "    import os\n"
       "    os.makedirs('a/b/c')\n"
       "    for folder in ('a/b/c', 'a/b', 'a', '/tmp/afresh/tmp'): os.chmod(folder, 0)",
       kHealthyVerdict, kUnseen, ""},
  };
}

}  // namespace

void PrintTo(const HostileBehaviour& hostile_behaviour, std::ostream* out) {
  *out << hostile_behaviour.name;
}

const std::vector<HostileBehaviour>& hostile_behaviours() {
  static const std::vector<HostileBehaviour> all = [] {
    std::vector<HostileBehaviour> some = crashes();
    for (const auto& more : {resource_hogs(), nuisances()})
      some.insert(some.end(), more.begin(), more.end());
    return some;
  }();
  return all;
}

const std::vector<HostileBehaviour>& hanging_behaviours() {
  static const std::string kUnended = "deadline";
  static const std::vector<HostileBehaviour> all = {
      {"LoopsForEver", "    while True: pass", kHang, kHang, kUnended},
      {"SleepsInC", "    import time; time.sleep(1e9)", kHang, kHang, kUnended},
      {"IgnoresEverySignal",
       "    import signal, time\n"
       "    for n in range(1, 32):\n"
       "        if n not in (signal.SIGKILL, signal.SIGSTOP): signal.signal(n, signal.SIG_IGN)\n"
       "    time.sleep(1e9)",
       kHang, kHang, kUnended},
      {"StopsItself", "    import os, signal; os.kill(os.getpid(), signal.SIGSTOP)", kHang, kHang,
       ""},
      {"WaitsForADaemon",
       "    import os, time\n"
       "    receive, send = os.pipe()\n"
       "    if os.fork() == 0:\n"
       "        os.setsid()\n"
       "        if os.fork() == 0: time.sleep(1e9)\n"
       "        os._exit(0)\n"
       "    os.close(send)\n"
       "    os.read(receive, 1)",
       kHang, kHang, kUnended},
      {"WaitsInAnExitCallback",
       "    import atexit, os, sys, time\n"
       "    atexit.register(time.sleep, 1e9)\n"
       "    atexit._run_exitfuncs()",
       kHang, kHang, kUnended},
  };
  return all;
}

StrategySource purge_and(const std::string& code) {
  std::string source = R"(
import sys
API = 1
def misbehave(host, addon):
)" + code + R"(
def purge(name):
    for key in list(sys.modules):
        if key == name or key.startswith(name + "."):
            del sys.modules[key]
def reload(host, addon):
    host.disable(addon.name)
    purge(addon.name)
    host.enable(addon.name)
    misbehave(host, addon)
def disable(host, addon):
    host.disable(addon.name)
    purge(addon.name)
)";
  return {.name = "misbehaving", .source = source, .file = "misbehaving.py"};
}

Case healthy_case() {
  return case_from_text(R"(addon: demo
steps:
  enable demo
  edit demo 2
  reload demo
  expect demo.run() == 22
  disable demo

-- 1/demo/__init__.py --
from .part import run
def register(): pass
def unregister(): pass
-- 1/demo/part.py --
def run(): return 1
-- 2/demo/part.py --
def run(): return 22
)");
}

Case unregister_that_does(const std::string& code) {
  return case_from_text(R"(addon: demo
steps:
  enable demo
  edit demo 2
  reload demo
  expect demo.run() == 22

-- 1/demo/__init__.py --
def run(): return 1
def register(): pass
def unregister():
)" + code + R"(
-- 2/demo/__init__.py --
def run(): return 22
def register(): pass
def unregister(): pass
)");
}

}  // namespace afresh::testing
