"""What stands beside the records: model cases, worked examples, original texts of documents."""
