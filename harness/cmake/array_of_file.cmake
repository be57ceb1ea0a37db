# The bytes of a file as C++ source: an array of character literals, one per byte, so that neither
# quoting nor the length limit of string literals can change what its author wrote.
# SPDX-License-Identifier: MIT

# afresh_array_of_file(FILE NAME OUT): `constexpr char NAME[] = {…};` for FILE is appended to OUT.
function(afresh_array_of_file file name out)
  file(READ ${file} bytes HEX)
  string(LENGTH "${bytes}" digits)
  if(digits EQUAL 0)
    message(FATAL_ERROR "${file} is empty; expected Python source")
  endif()
  string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  get_filename_component(base ${file} NAME)
  set(${out} "${${out}}// ${base}\nconstexpr char ${name}[] = {\n${bytes}};\n\n" PARENT_SCOPE)
endfunction()
