# Which library offers which header, written down for check_rooms.py, and the check as a part of the
# build: it runs again when a source, a header or the list changed.

# afresh_note_rooms(NAME SOURCES … HEADERS … PRIVATE_HEADERS … LINKS … PRIVATE_LINKS …)
function(afresh_note_rooms name)
  cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;PRIVATE_HEADERS;LINKS;PRIVATE_LINKS" ${ARGN})
  set(lines "library ${name}\n")
  set(files "")
  foreach(kind SOURCES HEADERS PRIVATE_HEADERS)
    foreach(file IN LISTS arg_${kind})
      cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
      cmake_path(IS_PREFIX PROJECT_SOURCE_DIR ${file} is_ours)
      cmake_path(IS_PREFIX PROJECT_BINARY_DIR ${file} is_made)
      # What the build itself writes is checked where it is written.
      if(NOT is_ours OR is_made)
        continue()
      endif()
      list(APPEND files ${file})
      cmake_path(RELATIVE_PATH file BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
      string(APPEND lines "${kind} ${file}\n")
    endforeach()
  endforeach()
  foreach(kind LINKS PRIVATE_LINKS)
    foreach(link IN LISTS arg_${kind})
      string(APPEND lines "${kind} ${link}\n")
    endforeach()
  endforeach()
  set_property(GLOBAL APPEND_STRING PROPERTY afresh_rooms "${lines}")
  set_property(GLOBAL APPEND PROPERTY afresh_rooms_files ${files})
endfunction()

# Call it when all libraries are there.
function(afresh_check_rooms)
  get_property(lines GLOBAL PROPERTY afresh_rooms)
  get_property(files GLOBAL PROPERTY afresh_rooms_files)
  set(list ${CMAKE_CURRENT_BINARY_DIR}/rooms.txt)
  set(done ${CMAKE_CURRENT_BINARY_DIR}/rooms.checked)
  set(script ${PROJECT_SOURCE_DIR}/harness/cmake/check_rooms.py)
  file(CONFIGURE OUTPUT ${list} CONTENT "${lines}")  # touched only where it changes
  add_custom_command(
    OUTPUT ${done}
    COMMAND ${AFRESH_PYTHON} -I -S ${script} ${PROJECT_SOURCE_DIR} ${list}
    COMMAND ${CMAKE_COMMAND} -E touch ${done}
    DEPENDS ${script} ${list} ${files}
    COMMENT "Checking that each folder includes only what others offer it"
    VERBATIM)
  add_custom_target(check_rooms ALL DEPENDS ${done})
endfunction()
