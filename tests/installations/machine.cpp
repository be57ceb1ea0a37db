// SPDX-License-Identifier: MIT
#include "tests/installations/machine.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace fs = std::filesystem;

namespace afresh::testing {

Machine::Machine() {
  std::string name = fs::temp_directory_path() / "afresh.machine.XXXXXX";
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a test");
  root_ = name;
}

Machine::~Machine() {
  std::error_code ignored;
  fs::remove_all(root_, ignored);
}

fs::path Machine::write(const std::string& name, std::string_view content) const {
  const fs::path file = root_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << content;
  return file;
}

fs::path Machine::program(const std::string& name, std::string_view content) const {
  const fs::path file = write(name, content);
  fs::permissions(file, fs::perms::owner_all);
  return file;
}

fs::path Machine::environment(const std::string& name, const std::string& version,
                              const std::string& python) const {
  const std::string packages = name + "/lib/python" + python + "/site-packages/";
  write(name + "/pyvenv.cfg", "home = /usr/bin\n");
  program(name + "/bin/python", "#!/bin/sh\n");
  write(packages + "bpy/__init__.py", "");
  write(packages + "bpy-" + version + ".dist-info/METADATA",
        "Metadata-Version: 2.1\nName: bpy\nVersion: " + version + "\nRequires-Python: ==" + python +
            ".*\n\nVersion: no header\n");
  return root_ / name;
}

Surroundings Machine::surroundings() const {
  return {.hosts_folder = root_ / "hosts",
          .program_folders = {root_ / "bin"},
          .pyenv_versions = root_ / "pyenv",
          .home = root_};
}

}  // namespace afresh::testing
