# Files of their own type (Python, JavaScript, style sheets, …) become part of the program.

# afresh_embed(TARGET NAME FILES … [FOLDER DIR] [COMPILED SHOWN])
#
# Gives TARGET the header `HERE/embedded/NAME.hpp`, where HERE is the path of the calling folder. It declares in
# `afresh::embedded::NAME` one EmbeddedFile for each of FILES, and the list `files` of all. Each is named after its file:
# `page.css` is `page_css`, and `bpy/types.py` is `bpy::types_py`. FILES are relative to FOLDER, the calling folder unless
# it is given. With COMPILED, Python files carry their code for the embedded CPython too; tracebacks name them SHOWN/FILE.
function(afresh_embed target name)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "FOLDER;COMPILED" "FILES")
  set(folder ${CMAKE_CURRENT_SOURCE_DIR}/${arg_FOLDER})
  set(made ${CMAKE_CURRENT_BINARY_DIR}/embedded/${name})
  set(script ${PROJECT_SOURCE_DIR}/harness/cmake/embed.py)
  set(files ${arg_FILES})
  list(TRANSFORM files PREPEND "${folder}/")
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  add_custom_command(
    OUTPUT ${made}.hpp ${made}.cpp
    COMMAND ${AFRESH_PYTHON} -I -S ${script} ${name} ${folder} "${arg_COMPILED}" ${made}.hpp ${made}.cpp ${arg_FILES}
    DEPENDS ${files} ${script}
    COMMENT "Embedding ${name}"
    VERBATIM)
  target_sources(${target} PRIVATE ${made}.cpp ${made}.hpp)
  target_include_directories(${target} PRIVATE ${PROJECT_BINARY_DIR})
endfunction()
