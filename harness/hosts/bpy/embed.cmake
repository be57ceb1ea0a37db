# Writes OUTPUT: our Python part and the two schemas as arrays of bytes, and the list of them.
# MODULES holds NAME=FILE for each, its code COMPILED/FILE.code; a file __init__.py is a package.
# SPDX-License-Identifier: MIT
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/../../cmake/array_of_file.cmake)

set(arrays "")
set(entries "")
set(index 0)
foreach(module ${MODULES})
  string(REGEX MATCH "^([^=]+)=(.+)$" matched ${module})
  set(name ${CMAKE_MATCH_1})
  set(file ${CMAKE_MATCH_2})
  afresh_array_of_file(${COMPILED}/${file}.code kModule${index} arrays)
  set(is_package false)
  if(file MATCHES "__init__\\.py$")
    set(is_package true)
  endif()
  string(APPEND entries "    {\"${name}\", \"${file}\", {kModule${index}, sizeof kModule${index}}, ${is_package}},\n")
  math(EXPR index "${index} + 1")
endforeach()
afresh_array_of_file(${FOLDER}/schema/${SCHEMA} kSchema arrays)
afresh_array_of_file(${FOLDER}/schema/${OPERATORS} kOperators arrays)

file(WRITE ${OUTPUT} "// Made from harness/hosts/bpy/lib and schema.
#include \"harness/hosts/bpy/api/library.hpp\"

namespace afresh::bpy {
namespace {

${arrays}
constexpr LibraryModule kModules[] = {
${entries}};

}  // namespace

std::span<const LibraryModule> library() { return kModules; }
std::string_view schema() { return {kSchema, sizeof kSchema}; }
std::string_view operator_schema() { return {kOperators, sizeof kOperators}; }

}  // namespace afresh::bpy
")
