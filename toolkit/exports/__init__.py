"""The timetable in other forms: YAML to edit, a spreadsheet, a calendar."""
