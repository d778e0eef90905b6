package org.shiftscope.ui.launch;

import java.util.List;

/** The fields that ask for one kind of experiment; {@link FieldsForm} does the rest. */
interface KindFields {

  /** The kind's name in JSON. */
  String kind();

  /** Makes the fields as a person sees them, those that decide over others first. */
  List<FieldSection> sections();
}
