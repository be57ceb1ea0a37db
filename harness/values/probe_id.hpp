// The process-wide registries of the interpreter that a snapshot looks into. A registry of the host
// is no row here: the host names its own. SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "harness/values/vocabulary.hpp"

namespace afresh {

enum class ProbeId : std::uint8_t {
  kSysPath,
  kMetaPath,
  kPathHooks,
  kSysHooks,
  kAtexit,
  kFinalizers,
  kCodecSearches,
  kCodecErrors,
  kForkHooks,
  kAuditHooks,
  kLogging,
  kWarningFilters,
  kSignalHandlers,
  kThreads,
  kGcCallbacks,
  kCopyregTable,
  kEnvironment,
  kWorkingDirectory,
  kRecursionLimit,
  kMonkeypatches,
  kLibraryNames,
  kLibraryContainers,
  kAbcRegistries,
};
template <>
inline constexpr std::array kWordsOf<ProbeId>{
    Word<ProbeId>{ProbeId::kSysPath, "sys.path", "folders to import from"},
    Word<ProbeId>{ProbeId::kMetaPath, "sys.meta_path", "finders of modules"},
    Word<ProbeId>{ProbeId::kPathHooks, "sys.path_hooks", "makers of finders for a folder"},
    Word<ProbeId>{ProbeId::kSysHooks, "sys hooks", "excepthook, displayhook and the like"},
    Word<ProbeId>{ProbeId::kAtexit, "atexit", "functions to call when Python ends"},
    Word<ProbeId>{ProbeId::kFinalizers, "weakref.finalize",
                  "functions to call when an object is gone"},
    Word<ProbeId>{ProbeId::kCodecSearches, "codecs.register", "searches for encodings"},
    Word<ProbeId>{ProbeId::kCodecErrors, "codecs.register_error", "handlers of encoding errors"},
    Word<ProbeId>{ProbeId::kForkHooks, "os.register_at_fork", "functions to call around a fork"},
    Word<ProbeId>{ProbeId::kAuditHooks, "sys.addaudithook", "listeners to audit events"},
    Word<ProbeId>{ProbeId::kLogging, "logging",
                  "loggers with their handlers, filters and levels, and names of levels"},
    Word<ProbeId>{ProbeId::kWarningFilters, "warnings.filters", "which warnings are shown"},
    Word<ProbeId>{ProbeId::kSignalHandlers, "signal handlers", "functions for signals"},
    Word<ProbeId>{ProbeId::kThreads, "threads", "threads that run"},
    Word<ProbeId>{ProbeId::kGcCallbacks, "gc.callbacks", "listeners to the garbage collector"},
    Word<ProbeId>{ProbeId::kCopyregTable, "copyreg.dispatch_table",
                  "how objects of a class are pickled"},
    Word<ProbeId>{ProbeId::kEnvironment, "environment", "environment variables"},
    Word<ProbeId>{ProbeId::kWorkingDirectory, "working directory", "where relative paths begin"},
    Word<ProbeId>{ProbeId::kRecursionLimit, "recursion limit", "how deep calls may go"},
    Word<ProbeId>{
        ProbeId::kMonkeypatches, "monkeypatches",
        "names in modules and classes of the library that hold something else than before "
        "the first add-on"},
    Word<ProbeId>{ProbeId::kLibraryNames, "library names",
                  "the same in modules that were imported later"},
    Word<ProbeId>{ProbeId::kLibraryContainers, "library containers",
                  "an add-on's objects in lists, sets and dictionaries of the library"},
    Word<ProbeId>{ProbeId::kAbcRegistries, "ABC registries",
                  "an add-on's classes that are registered with an abstract class of the library"},
};
static_assert(is_complete(ProbeId::kAbcRegistries));
inline constexpr auto kProbeIds = all_values<ProbeId>();

/// The names in modules and classes of the library, by whichever probe they are read.
[[nodiscard]] constexpr bool is_of_patches(ProbeId probe) {
  return probe == ProbeId::kMonkeypatches || probe == ProbeId::kLibraryNames;
}

}  // namespace afresh
