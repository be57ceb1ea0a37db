// SPDX-License-Identifier: MIT
#include "harness/hosts/blender/open_exr.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

#include <fstream>
#include <set>
#include <string>

namespace afresh::blender {
namespace {

std::set<std::string> mapped_exr_libraries() {
  std::set<std::string> paths;
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    const std::size_t path = line.find('/');
    if (path == std::string::npos) continue;
    const std::string file = line.substr(line.rfind('/') + 1);
    if (file.starts_with("libOpenEXR.so") || file.starts_with("libOpenEXR-"))
      paths.insert(line.substr(path));
  }
  return paths;
}

/// `Imf_3_4::setGlobalThreadCount(int)`: the name space has the version.
std::string mangled(int major, int minor) {
  const std::string space = fmt::format("Imf_{}_{}", major, minor);
  return fmt::format("_ZN{}{}20setGlobalThreadCountEi", space.size(), space);
}

}  // namespace

void end_exr_threads() {
  for (const std::string& path : mapped_exr_libraries()) {
    void* library = dlopen(path.c_str(), RTLD_NOLOAD | RTLD_LAZY);
    if (library == nullptr) continue;
    for (int major = 2; major <= 4; ++major) {
      for (int minor = 0; minor < 20; ++minor) {
        void* function = dlsym(library, mangled(major, minor).c_str());
        if (function != nullptr) reinterpret_cast<void (*)(int)>(function)(0);
      }
    }
    dlclose(library);
  }
}

}  // namespace afresh::blender
