// What is said of one Python object outside of its interpreter: enough to name it, to compare it
// and to find its source line. Every string is as found in the interpreter: a name, a path, a
// literal. Sentences about it are made in reports/ alone.
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "harness/values/vocabulary.hpp"

namespace afresh {

/// What sort of thing an object is to its reader.
enum class ObjectKind : std::uint8_t {
  kAtom,
  kModule,
  kNamespace,
  kClass,
  kFunction,
  kInstance,
  kContainer,
  kWrapper,
  kRegistry,
  kEntry,
  kKey,
};
template <>
inline constexpr std::array kWordsOf<ObjectKind>{
    Word<ObjectKind>{ObjectKind::kAtom, "atom", "a value written out: its type and value"},
    Word<ObjectKind>{ObjectKind::kModule, "module", "its name is its key in sys.modules"},
    Word<ObjectKind>{ObjectKind::kNamespace, "namespace",
                     "the dictionary of a module; without a name nobody knows of which"},
    Word<ObjectKind>{ObjectKind::kClass, "class", "module and qualified name"},
    Word<ObjectKind>{ObjectKind::kFunction, "function", "module and qualified name"},
    Word<ObjectKind>{ObjectKind::kInstance, "instance", "any other object: its type"},
    Word<ObjectKind>{ObjectKind::kContainer, "container", "type and number of entries"},
    Word<ObjectKind>{ObjectKind::kWrapper, "wrapper",
                     "made anew at each look (bound method, weak reference, cell): its type, and "
                     "the name of what it wraps"},
    Word<ObjectKind>{ObjectKind::kRegistry, "registry", "the entries of one owner"},
    Word<ObjectKind>{ObjectKind::kEntry, "entry", "one entry of a dictionary"},
    Word<ObjectKind>{ObjectKind::kKey, "key", "the key that leads somewhere, not what is there"},
};
static_assert(is_complete(ObjectKind::kKey));
inline constexpr auto kObjectKinds = all_values<ObjectKind>();

/// A load of 0: not known, or the object takes no weak reference.
struct ObjectRef {
  ObjectKind kind{};
  std::string type;        ///< `builtins.list`, `demo.item.Item`; of an atom `str`, `int`
  std::string module;      ///< that defines a class or function
  std::string name;        ///< qualified, without the module
  std::string value;       ///< of an atom: the literal, `'cm'`
  std::string file;        ///< that defines it: `demo/settings.py`; empty: not known
  std::uint32_t load = 0;  ///< number of the enable, reload or disable that it came with
  std::uint32_t size = 0;  ///< entries

  auto operator<=>(const ObjectRef&) const = default;
};

/// `demo.log.Panel`: module and name, as far as they are known.
[[nodiscard]] std::string full_name(const ObjectRef& object);

/// The same but for what differs from load to load: what an entry of a registry is.
[[nodiscard]] ObjectRef without_load(ObjectRef object);

/// What holds the next one in a chain of holders.
enum class LinkKind : std::uint8_t {
  kPlace,
  kThread,
  kHost,
  kStrategy,
  kContext,
  kNativeCode,
  kModule,
  kClass,
  kFunction,
  kMethod,
  kInstance,
  kObject,
};
template <>
inline constexpr std::array kWordsOf<LinkKind>{
    Word<LinkKind>{LinkKind::kPlace, "place", "a root: the path begins in a module or registry"},
    Word<LinkKind>{LinkKind::kThread, "thread", "a thread that runs the function of this name"},
    Word<LinkKind>{LinkKind::kHost, "host", "the application itself, which keeps it for good"},
    Word<LinkKind>{LinkKind::kStrategy, "strategy", "the strategy's own module"},
    Word<LinkKind>{LinkKind::kContext, "context", "the current context of contextvars"},
    Word<LinkKind>{LinkKind::kNativeCode, "native-code",
                   "C code, which shows nobody what it holds"},
    Word<LinkKind>{LinkKind::kModule, "module", "its label is its key in sys.modules"},
    Word<LinkKind>{LinkKind::kClass, "class", "its label is its full name"},
    Word<LinkKind>{LinkKind::kFunction, "function", "its label is its full name"},
    Word<LinkKind>{LinkKind::kMethod, "method", "bound; its label is the name of its function"},
    Word<LinkKind>{LinkKind::kInstance, "instance", "of an add-on's class: its label is its type"},
    Word<LinkKind>{LinkKind::kObject, "object", "of another type, which is its label"},
};
static_assert(is_complete(LinkKind::kObject));
inline constexpr auto kLinkKinds = all_values<LinkKind>();

/// One holder, and how it has the next one.
struct Link {
  LinkKind kind{};
  std::string label;
  std::string steps;  ///< edges from it to the next holder: `.handlers[1]`, ` closure x`

  auto operator<=>(const Link&) const = default;
};

}  // namespace afresh
