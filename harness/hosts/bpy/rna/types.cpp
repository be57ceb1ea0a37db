// SPDX-License-Identifier: MIT
#include "harness/hosts/bpy/rna/types.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace afresh::bpy {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::vector<std::string_view> words(std::string_view text) {
  return text.empty() ? std::vector<std::string_view>{} : split(text, ' ');
}

template <typename Number>
Number number(std::string_view text) {
  Number value{};
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc()) {
    throw std::runtime_error(fmt::format("'{}': expected a number", text));
  }
  return value;
}

bool has(std::string_view flags, std::string_view flag) {
  const auto all = split(flags, ',');
  return std::find(all.begin(), all.end(), flag) != all.end();
}

PropertyType type_named(std::string_view name) {
  for (int each = 0; each <= static_cast<int>(PropertyType::kCollection); ++each) {
    if (name == name_of(static_cast<PropertyType>(each))) return static_cast<PropertyType>(each);
  }
  throw std::runtime_error(fmt::format("'{}': expected a type of property", name));
}

int value_of_item(const EnumItems& items, std::string_view identifier) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const EnumItem& each) {
    return each.identifier == identifier;
  });
  return found == items.end() ? 0 : found->value;
}

DefaultValue parse_default(const RnaProperty& property, std::string_view text) {
  if (property.array_length > 0 && property.type == PropertyType::kFloat) {
    std::vector<double> values;
    for (std::string_view each : words(text)) values.push_back(number<double>(each));
    return values;
  }
  if (property.array_length > 0) {
    std::vector<int> values;
    for (std::string_view each : words(text)) values.push_back(number<int>(each));
    return values;
  }
  switch (property.type) {
    case PropertyType::kBoolean:
    case PropertyType::kInt: return number<int>(text);
    case PropertyType::kFloat: return number<double>(text);
    case PropertyType::kString: return std::string(text);
    case PropertyType::kEnum: {
      int value = 0;
      for (std::string_view each : property.is_enum_flag ? words(text) : split(text, '\n')) {
        value |= value_of_item(property.items, each);
      }
      return value;
    }
    default: return {};
  }
}

/// The line about something of this name, without its end; empty where there is none.
std::string_view find_line(std::string_view record, std::string_view word, std::string_view name) {
  const std::string head = fmt::format("\n{}\t{}", word, name);
  std::size_t begin = record.find(head);
  const auto goes_on = [&](char end) {
    return begin + head.size() < record.size() && record[begin + head.size()] == end;
  };
  while (begin != std::string_view::npos && !goes_on('\t') && !goes_on('\n'))
    begin = record.find(head, begin + 1);
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = record.substr(begin + 1);
  return rest.substr(0, rest.find('\n'));
}

template <typename Member>
void name_for_lookup(Member& member) {
  if (member.is_registered) {
    member.name_object = py::own(PyUnicode_InternFromString(member.identifier.c_str()));
  }
}

/// Reads line by line; what a line belongs to is the struct that stands above it.
class SchemaReader {
 public:
  explicit SchemaReader(std::string_view schema) : lines_(split(schema, '\n')) {
    // Items are shared by properties and stand behind them.
    for (std::string_view line : lines_) {
      const auto fields = split(line, '\t');
      if (fields[0] == "items") items_[std::string(fields.at(1))] = parse_enum_items(fields);
    }
  }

  template <typename Visit>
  void each_line(Visit&& visit) const {
    for (std::size_t index = 0; index < lines_.size(); ++index) {
      if (lines_[index].empty() || lines_[index].front() == '#') continue;
      try {
        visit(split(lines_[index], '\t'));
      } catch (const std::exception& error) {
        throw std::runtime_error(fmt::format("schema, line {}: {}", index + 1, error.what()));
      }
    }
  }

  [[nodiscard]] RnaProperty parse_property(const std::vector<std::string_view>& fields) const {
    RnaProperty property;
    property.identifier = property.name = fields.at(1);
    property.type = type_named(fields.at(2));
    property.subtype = fields.at(3);
    property.array_length = number<int>(fields.at(4));
    const std::string_view flags = fields.at(5);
    property.is_readonly = has(flags, "readonly");
    property.is_registered = has(flags, "registered");
    property.is_never_none = has(flags, "never_none");
    property.is_enum_flag = has(flags, "enum_flag");
    property.is_hidden = has(flags, "hidden");
    property.is_skip_save = has(flags, "skip_save");
    if (property.type == PropertyType::kEnum) {
      property.items = items_.at(std::string(fields.at(8)));
    } else {
      const auto target = split(fields.at(8), ':');
      property.target_name = target[0];
      if (target.size() > 1) property.collection_struct = target[1];
    }
    property.default_value = parse_default(property, fields.at(6));
    if (const auto limits = words(fields.at(7)); limits.size() == 4) {
      property.limits = {number<double>(limits[0]), number<double>(limits[1]),
                         number<double>(limits[2]), number<double>(limits[3])};
    }
    return property;
  }

  [[nodiscard]] static RnaFunction parse_function(const std::vector<std::string_view>& fields) {
    RnaFunction function;
    function.identifier = fields.at(1);
    function.is_static = has(fields.at(2), "static");
    function.is_registered = has(fields.at(2), "registered");
    function.is_registered_optional = has(fields.at(2), "registered_optional");
    for (std::string_view each : words(fields.at(3))) {
      const bool is_output = each.front() == '>';
      const bool is_optional = each.front() == '?';
      function.parameters.push_back(
          {std::string(each.substr(is_output || is_optional ? 1 : 0)), is_output, is_optional});
    }
    return function;
  }

 private:
  static EnumItems parse_enum_items(const std::vector<std::string_view>& fields) {
    EnumItems items;
    for (std::size_t index = 2; index < fields.size(); ++index) {
      const std::size_t equals = fields[index].rfind('=');
      EnumItem item;
      item.identifier = item.name = fields[index].substr(0, equals);
      item.value = number<int>(fields[index].substr(equals + 1));
      items.push_back(std::move(item));
    }
    return items;
  }

  std::vector<std::string_view> lines_;
  std::map<std::string, EnumItems> items_;
};

}  // namespace

Types::Types(std::string_view schema, std::string_view operators) : operator_record_(operators) {
  const SchemaReader reader(schema);
  TypeRef current;
  reader.each_line([&](const std::vector<std::string_view>& fields) {
    if (fields[0] == "struct") {
      current = std::make_shared<StructType>();
      current->identifier = current->name = fields.at(1);
      if (!fields.at(2).empty()) current->base = built_in(fields[2]);
      current->takes_properties = fields.at(4) == "takes-properties";
      public_.emplace(current->identifier, current);
    } else if (fields[0] == "property") {
      current->properties.push_back(std::make_shared<RnaProperty>(reader.parse_property(fields)));
      name_for_lookup(*current->properties.back());
    } else if (fields[0] == "function") {
      current->functions.push_back(
          std::make_shared<RnaFunction>(SchemaReader::parse_function(fields)));
      name_for_lookup(*current->functions.back());
    } else if (fields[0] == "ui") {
      interface_.emplace(fields.at(1),
                         InterfaceClass{std::string(fields.at(2)), std::string(fields.at(3)),
                                        std::string(fields.at(4)), std::string(fields.at(5))});
    } else if (fields[0] == "operators" || fields[0] == "regions") {
      auto& names = (fields[0] == "regions" ? regions_ : operators_)[std::string(fields.at(1))];
      for (std::string_view each : words(fields.at(2))) names.emplace_back(each);
    } else if (fields[0] != "items") {
      throw std::runtime_error(
          "expected struct, property, function, items, ui, regions or operators");
    }
  });
}

Types::TypeRef Types::find(std::string_view identifier) const {
  const auto found = public_.find(identifier);
  return found == public_.end() ? nullptr : found->second;
}

Types::TypeRef Types::built_in(std::string_view identifier) const {
  TypeRef type = find(identifier);
  if (!type) throw std::logic_error(fmt::format("the schema has no struct '{}'", identifier));
  return type;
}

void Types::add(const TypeRef& type) {
  registered_.push_back(type);
  if (type->is_public) public_[type->identifier] = type;
}

void Types::remove(const TypeRef& type) {
  const TypeRef kept = type;
  registered_.erase(std::remove(registered_.begin(), registered_.end(), kept), registered_.end());
  if (const auto found = public_.find(kept->identifier);
      found != public_.end() && found->second == kept) {
    public_.erase(found);
  }
  kept->is_freed = true;
  // Taken out first: what they hold may run Python code as it goes.
  const py::Ref python_class = std::exchange(kept->python_class, {});
  const py::Ref registered_class = std::exchange(kept->registered_class, {});
  const auto properties = std::exchange(kept->properties, {});
  const auto arguments = kept->arguments ? std::exchange(kept->arguments->properties, {})
                                         : decltype(kept->properties){};
  for (const auto& each : properties) kept->former_properties.insert(each->identifier);
  for (const auto& each : arguments) kept->former_properties.insert(each->identifier);
}

void Types::let_go() {
  std::vector<TypeRef> all = std::exchange(registered_, {});
  for (const auto& [name, type] : public_) all.push_back(type);
  for (const auto& [name, type] : arguments_of_own_) all.push_back(type);
  public_.clear();
  arguments_of_own_.clear();
  for (const TypeRef& type : all) {
    const py::Ref python_class = std::exchange(type->python_class, {});
    const py::Ref registered_class = std::exchange(type->registered_class, {});
    const auto properties = std::exchange(type->properties, {});
    const TypeRef arguments = std::exchange(type->arguments, {});
    if (arguments) arguments->python_class = {};
  }
}

Types::TypeRef Types::arguments_of_own(const std::string& identifier) {
  const auto known = arguments_of_own_.find(identifier);
  if (known != arguments_of_own_.end()) return known->second;
  std::string_view struct_line = find_line(operator_record_, "struct", identifier);
  if (struct_line.empty()) return nullptr;

  // Its own lines and the items that they name, and nothing of two thousand others.
  std::string_view rest = operator_record_.substr(
      static_cast<std::size_t>(struct_line.data() + struct_line.size() - operator_record_.data()));
  const std::size_t end = std::min(rest.find("\nstruct\t"), rest.find("\nitems\t"));
  std::string own(rest.substr(0, end));
  for (std::string_view line : split(rest.substr(0, end), '\n')) {
    const auto fields = split(line, '\t');
    if (fields.size() < 9 || !fields[8].starts_with('#')) continue;
    own.append("\n").append(find_line(operator_record_, "items", fields[8]));
  }
  auto type = std::make_shared<StructType>();
  type->identifier = identifier;
  type->name = split(struct_line, '\t').at(3);
  type->base = built_in("OperatorProperties");
  const SchemaReader reader(own);
  reader.each_line([&](const std::vector<std::string_view>& fields) {
    if (fields[0] != "property") return;
    type->properties.push_back(std::make_shared<RnaProperty>(reader.parse_property(fields)));
    name_for_lookup(*type->properties.back());
  });
  return arguments_of_own_[identifier] = type;
}

std::vector<std::string> Types::public_names() const {
  std::vector<std::string> names;
  for (const auto& [name, type] : public_) names.push_back(name);
  return names;
}

bool Types::has_operator(const std::string& id) const {
  const std::size_t dot = id.find('.');
  const auto module = operators_.find(id.substr(0, dot));
  return dot != std::string::npos && module != operators_.end() &&
         std::ranges::find(module->second, id.substr(dot + 1)) != module->second.end();
}

}  // namespace afresh::bpy
